import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { LegalDayOptional } from './legal-day';

/** 统计期 of a request: a year, a part of one, or the days from–cutoff. */
export class PeriodQueryDto {
  @ApiPropertyOptional({
    minimum: 1990,
    maximum: 2100,
    example: 2024,
    description: '年度；同时给出统计起始日和截止日时可以不填',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year?: number;
  @LegalDayOptional('统计起始日；不填为该年度1月1日')
  from?: string;
  @LegalDayOptional('统计截止日；不填为该年度12月31日')
  cutoff?: string;
  @LegalDayOptional('按该日终了时的记录统计；不填为现在的记录')
  known_on?: string;
}

/** The same as the statistics name it. */
export const periodOf = ({ year, from, cutoff, known_on }: PeriodQueryDto) => ({
  year,
  from,
  cutoff,
  knownOn: known_on,
});
