import {
  type CellSource,
  type Discrepancy,
  discrepancies,
  type Form,
  type FormPage,
  type FormStep,
  formSteps,
  isSum,
  periodName,
  type Reconciliation,
  type ReconciliationItem,
  type Return,
} from '@anjuan/report';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { FlagOptional } from './flag';
import { LegalDay, LegalDayOptional } from './legal-day';

/** Base64 of 1.4 MB, within the limit of a request's body. */
const MOST_BASE64 = 1_900_000;

export class FormPeriodDto {
  @ApiPropertyOptional({ minimum: 1990, maximum: 2100, description: '截止日所在的年度，可以不填' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2100)
  year?: number;
  @LegalDayOptional('统计起始日；不填为截止日所在年度的1月1日（累计）')
  from?: string;
  @LegalDay('统计截止日')
  cutoff: string;
}
export class CellQueryDto extends FormPeriodDto {
  @ApiProperty({ description: '行.列' })
  @IsString()
  @Length(3, 120)
  cell: string;
}

class FormLineDto {
  @ApiProperty()
  id: string;
  @ApiProperty()
  label: string;
}
class FormRowDto extends FormLineDto {
  @ApiProperty({ description: '1为上一行的其中项' })
  depth: number;
}
class FormColumnDto extends FormLineDto {
  @ApiProperty({ type: String, nullable: true, description: '合并表头' })
  group: string | null;
  @ApiProperty()
  unit: string;
}
class FormBindingDto {
  @ApiProperty({ description: '行.列' })
  cell: string;
  @ApiProperty({ type: String, nullable: true, description: '指标；由同行其他格算出的为空' })
  metric: string | null;
  @ApiProperty({ type: String, nullable: true })
  variant: string | null;
  @ApiProperty({ type: String, nullable: true, description: '按什么分项' })
  by: string | null;
  @ApiProperty({ type: String, nullable: true })
  slice: string | null;
}
export class FormDto {
  @ApiProperty()
  id: string;
  @ApiProperty()
  version: number;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: [FormRowDto] })
  rows: FormRowDto[];
  @ApiProperty({ type: [FormColumnDto] })
  columns: FormColumnDto[];
  @ApiProperty({ type: [FormBindingDto], description: '每一格统计什么；没有列出的格空白' })
  bindings: FormBindingDto[];
}
class FormCellDto {
  @ApiProperty({ description: '行.列' })
  cell: string;
  @ApiProperty({ type: Number, nullable: true, description: '件数，或者金额（分）' })
  value: number | null;
  @ApiProperty()
  printed: string;
  @ApiProperty({ type: Number, nullable: true, description: '由案件记录统计的数' })
  counted: number | null;
  @ApiProperty({ type: String, nullable: true, description: '手工填写的理由' })
  reason: string | null;
}
class FormCheckDto {
  @ApiProperty()
  equation: string;
  @ApiProperty()
  says: string;
  @ApiProperty({ enum: ['balanced', 'failing', 'unknown'], description: '平衡、不平衡、无从核对' })
  outcome: 'balanced' | 'failing' | 'unknown';
  @ApiProperty({ type: String, nullable: true, description: '无从核对的缘由' })
  why: string | null;
  @ApiProperty({ type: Number, nullable: true })
  left: number | null;
  @ApiProperty({ type: Number, nullable: true })
  right: number | null;
  @ApiProperty({ type: [String] })
  cells: readonly string[];
}
export class FormCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: '案号，或者登记的名称' })
  number: string;
  @ApiProperty({ description: '登记簿的登记，不是案件' })
  entry: boolean;
  @ApiProperty({ description: '等式左边计了几次' })
  left: number;
  @ApiProperty({ description: '等式右边计了几次' })
  right: number;
}
class FormFailingDto extends FormCheckDto {
  @ApiProperty({ type: [FormCaseDto], description: '两边不一致的案件；手工填写的格则是其统计的案件' })
  cases: readonly FormCaseDto[];
  @ApiProperty({ description: '未列出的还有几件' })
  more: number;
  @ApiProperty({ type: [String], description: '手工填写的格' })
  by_hand: readonly string[];
}
export class FormVersionDto {
  @ApiProperty()
  version: number;
  @ApiProperty({ enum: Object.keys(formSteps) })
  step: FormStep;
  @ApiProperty()
  by: string;
  @ApiProperty({ format: 'date' })
  on: string;
  @ApiProperty({ type: String, nullable: true, description: '不平衡而上报的理由' })
  reason: string | null;
  @ApiProperty({ type: String, nullable: true })
  remark: string | null;
  @ApiProperty({ description: '上报时冻结的数据项数' })
  frozen: number;
}
export class FormReturnDto extends FormVersionDto {
  @ApiProperty({ type: [FormCellDto] })
  cells: FormCellDto[];
  @ApiProperty({ type: [FormCheckDto] })
  checks: readonly FormCheckDto[];
}
class FormSourceDto implements CellSource {
  @ApiProperty({ description: '行.列' })
  cell: string;
  @ApiProperty({
    enum: ['live', 'frozen', 'differs'],
    description: '现时统计、尚未冻结；已冻结；填报以后冻结的是另一个数，应重新填报',
  })
  state: CellSource['state'];
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: '冻结数据的编号' })
  frozen: string | null;
  @ApiProperty({ type: String, nullable: true, description: '冻结的数，与所填不同时' })
  printed: string | null;
}
export class FormPageDto {
  @ApiProperty({ type: FormDto })
  form: FormDto;
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  cutoff: string;
  @ApiProperty({ description: '期间的名称' })
  period: string;
  @ApiProperty({ type: FormReturnDto, nullable: true, description: '最新一版；还没有填报的为空' })
  current: FormReturnDto | null;
  @ApiProperty({ type: [FormSourceDto], description: '所填各格的数现在出自哪里' })
  sources: FormSourceDto[];
  @ApiProperty({ type: [FormFailingDto] })
  failing: readonly FormFailingDto[];
  @ApiProperty({ type: [FormVersionDto] })
  history: FormVersionDto[];
}
export class FormLineStateDto {
  @ApiProperty()
  id: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: FormVersionDto, nullable: true })
  current: FormVersionDto | null;
  @ApiProperty({ description: '不平衡的等式' })
  failing: number;
}

export class FormChangeDto {
  @ApiProperty({ description: '行.列' })
  @IsString()
  @Length(3, 120)
  cell: string;
  @ApiProperty({ type: Number, nullable: true, description: '件数，或者金额（分）；空为恢复统计数' })
  @IsOptional()
  @IsInt()
  @Min(0)
  value: number | null;
  @ApiProperty({ description: '手工填写的理由' })
  @IsString()
  @Length(0, 200)
  reason: string;
}
export class FormFillDto extends FormPeriodDto {
  @ApiPropertyOptional({ type: [FormChangeDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => FormChangeDto)
  changes?: FormChangeDto[];
  @ApiPropertyOptional({ description: '更正已上报报表的理由' })
  @IsOptional()
  @IsString()
  @Length(0, 500)
  remark?: string;
}
export class FormFreezeDto extends FormPeriodDto {
  @ApiProperty({ type: [String], description: '哪些报表' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 80, { each: true })
  forms: string[];
}
export class FormFrozenDto {
  @ApiProperty({ description: '冻结的总数和分项' })
  frozen: number;
}
export class FormStepDto extends FormPeriodDto {
  @ApiProperty({ description: '所看到的版次' })
  @IsInt()
  @Min(1)
  version: number;
  @ApiProperty({ enum: ['checked', 'returned', 'submitted'], description: '审核、退回、上报' })
  @IsIn(['checked', 'returned', 'submitted'])
  step: 'checked' | 'returned' | 'submitted';
  @ApiPropertyOptional({ description: '不平衡而上报的理由' })
  @IsOptional()
  @IsString()
  @Length(0, 1000)
  reason?: string;
  @ApiPropertyOptional({ description: '退回的理由' })
  @IsOptional()
  @IsString()
  @Length(0, 500)
  remark?: string;
}

export const formDto = ({ id, version, title, rows, columns, cells }: Form): FormDto => ({
  id,
  version,
  title,
  rows: rows.map((r) => ({ id: r.id, label: r.label, depth: r.depth ?? 0 })),
  columns: columns.map((c) => ({ id: c.id, label: c.label, group: c.group ?? null, unit: c.unit })),
  bindings: [...cells].map(([cell, b]) =>
    isSum(b)
      ? { cell, metric: null, variant: null, by: null, slice: null }
      : { cell, metric: b.metric, variant: b.variant, by: b.by ?? null, slice: b.slice ?? null },
  ),
});
export const versionDto = ({
  version,
  step,
  by,
  on,
  reason,
  remark,
  frozen,
}: Omit<Return, 'cells' | 'checks'>): FormVersionDto => ({
  version,
  step,
  by,
  on,
  reason,
  remark,
  frozen: frozen.length,
});
export const returnDto = (r: Return): FormReturnDto => ({
  ...versionDto(r),
  cells: Object.entries(r.cells).map(([cell, filled]) => ({ cell, ...filled })),
  // What was kept by an earlier edition does not say why.
  checks: r.checks.map((c) => ({ ...c, why: c.why ?? null })),
});
export const formPageDto = ({ form, period, current, sources, failing, history }: FormPage): FormPageDto => ({
  form: formDto(form),
  ...period,
  period: periodName(period),
  sources: Object.entries(sources).map(([cell, source]) => ({ cell, ...source })),
  current: current && returnDto(current),
  failing,
  history: history.map(versionDto),
});

export class ReconciliationUploadDto {
  @ApiProperty({ example: 'reconsideration', description: '案件种类' })
  @IsString()
  @Length(1, 40)
  kind: string;
  @ApiProperty({ minimum: 1990, maximum: 2100 })
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;
  @ApiProperty({ description: '文件名，.xlsx 或者 .csv' })
  @IsString()
  @Length(5, 200)
  file: string;
  @ApiProperty({ format: 'byte', description: '文件内容，Base64' })
  @IsString()
  @Length(1, MOST_BASE64)
  content: string;
  @LegalDay('差异的办理期限')
  due_on: string;
}
export class ReconciliationDto implements Reconciliation {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  kind: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  year: number;
  @ApiProperty()
  file: string;
  @ApiProperty({ description: '对上的案件' })
  matched: number;
  @ApiProperty({ description: '本系统的案件' })
  ours: number;
  @ApiProperty({ description: '对方表的行数' })
  theirs: number;
  @ApiProperty()
  made_by: string;
  @ApiProperty({ format: 'date' })
  made_on: string;
  @ApiProperty({ description: '尚未处理的差异' })
  open: number;
  @ApiProperty({ description: '差异' })
  items: number;
}
class FieldDifferenceDto {
  @ApiProperty()
  field: string;
  @ApiProperty({ description: '本系统' })
  here: string;
  @ApiProperty({ description: '对方' })
  there: string;
}
export class ReconciliationItemDto implements ReconciliationItem {
  @ApiProperty()
  seq: number;
  @ApiProperty({ enum: Object.keys(discrepancies), description: '我有彼无、彼有我无、对方重复、字段不同' })
  found: Discrepancy;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  case_id: string | null;
  @ApiProperty({ description: '案号，没有的为对方表的行' })
  label: string;
  @ApiProperty({ type: [FieldDifferenceDto] })
  differences: readonly FieldDifferenceDto[];
  @ApiProperty({ description: '责任人' })
  owner: string;
  @ApiProperty({ format: 'date' })
  due_on: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  done_on: string | null;
  @ApiProperty({ type: String, nullable: true })
  remark: string | null;
}
export class ReconciliationItemPageDto {
  @ApiProperty({ type: [ReconciliationItemDto] })
  items: ReconciliationItemDto[];
  @ApiProperty({ type: Number, nullable: true })
  next: number | null;
}
export class ItemsQueryDto {
  @ApiPropertyOptional({ enum: Object.keys(discrepancies) })
  @IsOptional()
  @IsIn(Object.keys(discrepancies))
  found?: Discrepancy;
  @FlagOptional('只看未处理的')
  open?: boolean;
  @ApiPropertyOptional({ description: '上一页的 next' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;
}
export class SettleDifferenceDto {
  @ApiProperty({ description: '如何处理' })
  @IsString()
  @Length(1, 500)
  remark: string;
}
