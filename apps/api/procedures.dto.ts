import type { EdgeView, FieldView, OptionView, ProcedureView } from '@anjuan/casework';
import { ApiProperty } from '@nestjs/swagger';

const words = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class OptionDto implements OptionView {
  @ApiProperty()
  value: string;
  @ApiProperty()
  label: string;
}

export class FieldRoleDto {
  @ApiProperty()
  value: string;
  @ApiProperty()
  label: string;
  @ApiProperty({ description: '至少几名' })
  least: number;
}

/** What the console draws a form field from. */
export class FieldDoc implements FieldView {
  @ApiProperty()
  name: string;
  @ApiProperty()
  label: string;
  @ApiProperty({
    enum: [
      ...['day', 'text', 'code', 'flag', 'count', 'money'],
      ...['person', 'people', 'organisation', 'case', 'party', 'parties'],
    ],
  })
  type: FieldView['type'];
  @ApiProperty()
  required: boolean;
  @ApiProperty({ type: String, nullable: true })
  hint: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'text：最多字数；count：最大值' })
  max: number | null;
  @ApiProperty({ type: Number, nullable: true })
  min: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'text: 输入框行数' })
  lines: number | null;
  @ApiProperty({ description: 'day: 可以晚于今天' })
  future: boolean;
  @ApiProperty({ type: [OptionDto], description: 'code：代码表；party：本案中可选的当事人' })
  options: OptionDto[];
  @ApiProperty({ type: [FieldRoleDto], description: 'party、parties: 可用的当事人身份' })
  roles: FieldRoleDto[];
}

export class EdgeDto implements EdgeView {
  @ApiProperty({ example: 'accept' })
  name: string;
  @ApiProperty({ example: '受理' })
  title: string;
  @ApiProperty({ type: [String], description: '可从哪些状态办理；开启案件的环节为空' })
  from: string[];
  @ApiProperty({ type: String, nullable: true, description: '办理后的状态；不改变状态的为 null' })
  to: string | null;
  @ApiProperty({ description: '开启案件的环节' })
  opening: boolean;
  @ApiProperty({ description: '从前案开启，须给出 parent_id' })
  continues: boolean;
  @ApiProperty({ type: [String] })
  roles: string[];
  @ApiProperty({ type: [FieldDoc] })
  fields: FieldDoc[];
  @ApiProperty({ example: '行政复议法(2023)第三十条' })
  cite: string;
  @ApiProperty({ enum: ['V', 'M', 'I'], description: 'V 已核对条文；M 凭记忆，待核；I 惯例或推定' })
  mark: EdgeView['mark'];
}

export class ProcedureDto implements ProcedureView {
  @ApiProperty({ example: 'reconsideration' })
  kind: string;
  @ApiProperty({ example: '行政复议案件' })
  title: string;
  @ApiProperty({ ...words, description: '状态代码 → 名称' })
  states: Record<string, string>;
  @ApiProperty({ type: [String], description: '已离手的状态' })
  closed: string[];
  @ApiProperty({ ...words, description: '当事人身份代码 → 名称' })
  party_roles: Record<string, string>;
  @ApiProperty({ type: [EdgeDto] })
  edges: EdgeDto[];
}
