import { ApiProperty } from '@nestjs/swagger';

export class FieldErrorDto {
  @ApiProperty({ description: '字段名，嵌套处写作 parties[0].name' })
  field: string;
  @ApiProperty({ description: '收到的值', nullable: true, type: 'object', additionalProperties: true })
  value: unknown;
  @ApiProperty({ description: '应守的规则' })
  rule: string;
}

export class RefusalDto {
  @ApiProperty({ example: 'decision.opinions-heard' })
  guard: string;
  @ApiProperty()
  message: string;
  @ApiProperty({ description: '依据' })
  article: string;
}

/** application/problem+json (RFC 9457). */
export class ProblemDto {
  @ApiProperty({ example: '/problems/refused' })
  type: string;
  @ApiProperty({ example: '现在不能办理' })
  title: string;
  @ApiProperty({ example: 422 })
  status: number;
  @ApiProperty({ example: 'refused' })
  code: string;
  @ApiProperty({ type: [FieldErrorDto], required: false })
  errors?: readonly FieldErrorDto[];
  @ApiProperty({ type: [RefusalDto], required: false })
  refusals?: readonly RefusalDto[];
}
