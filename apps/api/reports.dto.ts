import {
  approximations,
  type Declaration,
  type FigureSlot,
  type ListSlot,
  listings,
  type NewDeclaration,
  type Paragraph,
  type Show,
  type Slot,
  scales,
  shows,
  type Template,
} from '@anjuan/report';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { LegalDayOptional } from './legal-day';

const TextOptional = (description: string, max: number) => (target: object, key: string) => {
  ApiPropertyOptional({ description, maxLength: max })(target, key);
  IsOptional()(target, key);
  IsString()(target, key);
  Length(0, max)(target, key);
};
const NumberOptional = (description: string, min: number, max: number) => (target: object, key: string) => {
  ApiPropertyOptional({ description, minimum: min, maximum: max })(target, key);
  IsOptional()(target, key);
  IsInt()(target, key);
  Min(min)(target, key);
  Max(max)(target, key);
};

class AllWordsDto {
  @ApiProperty({ description: '与之相等的数据项' })
  @IsString()
  @Length(1, 30)
  slot: string;
  @ApiProperty({ description: '相等时写的话，如 均已收到反馈' })
  @IsString()
  @Length(1, 60)
  words: string;
}

export class ReportSlotDto {
  @ApiProperty({ description: '数据项名称，正文中写作 {名称}' })
  @IsString()
  @Length(1, 30)
  name: string;
  @ApiProperty({ description: '指标编号，或者申报指标的编号' })
  @IsString()
  @Length(1, 80)
  metric: string;
  @TextOptional('口径；不填为本辖区采用的口径', 60)
  variant?: string;
  @TextOptional('这一数字自己的截止日，MM-DD', 5)
  cutoff?: string;
  @NumberOptional('往前几年', 0, 9)
  yearsBack?: number;
  @ApiPropertyOptional({ enum: Object.keys(shows), description: '写法' })
  @IsOptional()
  @IsIn(Object.keys(shows))
  show?: Show;
  @NumberOptional('看几年', 1, 10)
  years?: number;
  @ApiPropertyOptional({ enum: approximations, description: '约数词' })
  @IsOptional()
  @IsIn(approximations)
  about?: (typeof approximations)[number];
  @NumberOptional('取整到', 1, 100_000_000)
  to?: number;
  @ApiPropertyOptional({ enum: Object.keys(scales), description: '以万、亿计' })
  @IsOptional()
  @IsIn(Object.keys(scales))
  scale?: FigureSlot['scale'];
  @NumberOptional('最多几位小数', 0, 4)
  places?: number;
  @TextOptional('计量单位，代替指标自己的', 10)
  unit?: string;
  @TextOptional('数字前后的话，数字写作 {}', 60)
  print?: string;
  @TextOptional('为零时写的话', 60)
  zero?: string;
  @ApiPropertyOptional({ type: AllWordsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AllWordsDto)
  all?: AllWordsDto;
  @ApiPropertyOptional({ enum: Object.keys(listings), description: '列举的方式；不填为单个数字' })
  @IsOptional()
  @IsIn(Object.keys(listings))
  list?: ListSlot['list'];
  @TextOptional('列举：按什么分，year 为逐年', 40)
  by?: string;
  @NumberOptional('列举：最多几项，其余并为“其他”', 1, 50)
  most?: number;
}

export class ReportParagraphDto {
  @ApiProperty({ type: String, nullable: true, description: '句式 T1 至 T21；自拟的为空' })
  @IsOptional()
  @IsString()
  @Matches(/^T\d{1,2}$/)
  pattern: string | null;
  @ApiPropertyOptional({ description: '标题' })
  @IsOptional()
  @IsBoolean()
  heading?: boolean;
  @ApiProperty({ description: '正文：数据项写作 {名称}，可省略的部分放在方括号中' })
  @IsString()
  @Length(1, 2000)
  text: string;
  @ApiProperty({ type: [ReportSlotDto] })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ReportSlotDto)
  slots: ReportSlotDto[];
}

export class ReportTemplateDto {
  @ApiProperty({ description: '模板名称' })
  @IsString()
  @Length(1, 60)
  name: string;
  @ApiProperty({ description: '报告标题' })
  @IsString()
  @Length(1, 100)
  title: string;
  @TextOptional('截止日，MM-DD；不填为12月31日', 5)
  cutoff?: string;
  @ApiProperty({ type: [ReportParagraphDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReportParagraphDto)
  paragraphs: ReportParagraphDto[];
}

/** What is not given stays away, so that a stored template holds what was written and nothing else. */
function slotOf({ name: _, list, by, most, ...figure }: ReportSlotDto): Slot {
  const { metric, variant, cutoff, years, places } = figure;
  const slot: Slot =
    list === undefined ? figure : { metric, variant, cutoff, years, places, list, by: by ?? 'year', most };
  return JSON.parse(JSON.stringify(slot));
}
export const templateOf = ({ name, title, cutoff, paragraphs }: ReportTemplateDto): Template => ({
  name,
  title,
  ...(cutoff ? { cutoff } : {}),
  paragraphs: paragraphs.map(
    ({ pattern, heading, text, slots }): Paragraph => ({
      pattern: pattern ?? null,
      ...(heading ? { heading } : {}),
      text,
      slots: Object.fromEntries(slots.map((s) => [s.name, slotOf(s)])),
    }),
  ),
});
export const paragraphDto = ({ pattern, heading, text, slots }: Paragraph): ReportParagraphDto => ({
  pattern,
  heading: heading ?? false,
  text,
  slots: Object.entries(slots).map(([name, slot]) => ({ name, ...slot })),
});
export const templateDto = ({ name, title, cutoff, paragraphs }: Template): ReportTemplateDto => ({
  name,
  title,
  ...(cutoff ? { cutoff } : {}),
  paragraphs: paragraphs.map(paragraphDto),
});

export class ReportPatternDto {
  @ApiProperty({ example: 'T1' })
  id: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ type: ReportParagraphDto })
  paragraph: ReportParagraphDto;
}
export class NamedTemplateDto {
  @ApiProperty({ type: ReportTemplateDto })
  template: ReportTemplateDto;
  @ApiProperty({ description: '版次；0为系统自带' })
  version: number;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  saved_on: string | null;
}

export class ComposeDto {
  @ApiProperty({ minimum: 1990, maximum: 2100 })
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;
  @LegalDayOptional('统计截止日；不填按模板')
  cutoff?: string;
  @TextOptional('模板名称；不填为本辖区的模板', 60)
  style?: string;
  @ApiPropertyOptional({ type: ReportTemplateDto, description: '正在编写的模板，代替已有的' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReportTemplateDto)
  template?: ReportTemplateDto;
}
export class ReportPaperDto extends ComposeDto {
  @ApiProperty({ description: '送审稿：脚注注明每一数字的出处；否则为公开稿' })
  @IsBoolean()
  review: boolean;
}

export class ReportFigureDto {
  @ApiProperty()
  metric: string;
  @ApiProperty()
  variant: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  reading: string;
  @ApiProperty()
  printed: string;
  @ApiProperty()
  unit: string;
  @ApiProperty()
  year: number;
  @ApiProperty({ format: 'date' })
  cutoff: string;
  @ApiProperty({ enum: ['live', 'frozen', 'declared'], description: '现时统计、已冻结、申报' })
  source: 'live' | 'frozen' | 'declared';
  @ApiProperty({ type: String, nullable: true, description: '冻结或者申报的编号' })
  source_id: string | null;
}
export class ReportRunDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ type: [ReportFigureDto], description: '这几个字所依据的数据；没有的是普通文字' })
  figures: ReportFigureDto[];
}
export class ReportBlockDto {
  @ApiProperty({ enum: ['heading', 'paragraph', 'table'] })
  kind: 'heading' | 'paragraph' | 'table';
  @ApiProperty({ type: String, nullable: true })
  pattern: string | null;
  @ApiProperty({ type: [String], description: '表头；不是表格的为空' })
  heads: string[];
  @ApiProperty({ type: [ReportRunDto] })
  runs: ReportRunDto[];
}
export class ReportGapDto {
  @ApiProperty({ description: '第几段，从0起' })
  paragraph: number;
  @ApiProperty()
  slot: string;
  @ApiProperty()
  metric: string;
  @ApiProperty()
  message: string;
}
export class CompositionDto {
  @ApiProperty()
  title: string;
  @ApiProperty()
  year: number;
  @ApiProperty({ format: 'date' })
  cutoff: string;
  @ApiProperty({ type: ReportTemplateDto })
  template: ReportTemplateDto;
  @ApiProperty({ type: [ReportBlockDto] })
  blocks: ReportBlockDto[];
  @ApiProperty({ type: [ReportGapDto], description: '缺数据的地方' })
  gaps: ReportGapDto[];
}

export class NewDeclarationDto implements NewDeclaration {
  @ApiProperty({ example: 'law-livestreams', description: '编号' })
  @IsString()
  @Length(3, 61)
  code: string;
  @ApiProperty({ description: '名称' })
  @IsString()
  @Length(1, 60)
  title: string;
  @ApiProperty({ description: '计量单位，可以“万”“亿”开头' })
  @IsString()
  @Length(1, 10)
  unit: string;
  @ApiProperty({ example: '1.7', description: '数值' })
  @IsString()
  @Length(1, 22)
  value: string;
  @ApiPropertyOptional({ enum: ['余', '以上'], type: String, nullable: true })
  @IsOptional()
  @IsIn(['余', '以上'])
  approximate?: '余' | '以上' | null;
  @ApiProperty({ minimum: 1990, maximum: 2100 })
  @IsInt()
  @Min(1990)
  @Max(2100)
  year: number;
  @LegalDayOptional('数值截至；不填为12月31日')
  counted_to?: string;
  @ApiProperty({ description: '依据的文件名称' })
  @IsString()
  @Length(1, 200)
  source_file: string;
}
export class DeclarationDto extends NewDeclarationDto implements Declaration {
  @ApiProperty({ format: 'uuid' })
  id: string;
  declare approximate: '余' | '以上' | null;
  @ApiProperty({ format: 'date' })
  declare counted_to: string;
  @ApiProperty({ description: '申报人' })
  declared_by: string;
  @ApiProperty({ format: 'date' })
  declared_on: string;
  @ApiProperty({ enum: ['approved', 'refused'], type: String, nullable: true })
  decision: 'approved' | 'refused' | null;
  @ApiProperty({ type: String, nullable: true })
  remark: string | null;
  @ApiProperty({ type: String, nullable: true, description: '核定人' })
  decided_by: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  decided_on: string | null;
}
export class DeclarationDecisionDto {
  @ApiProperty({ enum: ['approved', 'refused'], description: '核定或者退回' })
  @IsIn(['approved', 'refused'])
  decision: 'approved' | 'refused';
  @TextOptional('退回的理由', 300)
  remark?: string;
}
export class KnownIndicatorDto {
  @ApiProperty()
  code: string;
  @ApiProperty()
  title: string;
  @ApiProperty()
  unit: string;
}
