import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** How many rows of a list a request wants at once: 1 to `most`, `usual` where it says nothing. */
export const PageSize = (most: number, usual: number) =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: most, default: usual }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(most),
  );

/** Where the page before ended, as its `next` said; a text of `least` to `most` characters. */
export const CursorOptional = (least: number, most: number) =>
  applyDecorators(ApiPropertyOptional({ description: '上一页的 next' }), IsOptional(), IsString(), Length(least, most));
