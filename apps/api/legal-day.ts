import { isDay } from '@anjuan/law';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';

const isLegalDay = () =>
  ValidateBy({ name: 'isLegalDay', validator: { validate: (v: unknown) => typeof v === 'string' && isDay(v) } });

/** A legal day `YYYY-MM-DD` in a request. */
export const LegalDay = (description: string) =>
  applyDecorators(ApiProperty({ description, format: 'date', example: '2024-03-01' }), isLegalDay());

/** The same, or nothing. */
export const LegalDayOptional = (description: string) =>
  applyDecorators(ApiPropertyOptional({ description, format: 'date' }), IsOptional(), isLegalDay());
