import { assignGrounds, type BulkView, type HandlerView, handOverGrounds, type WaitingView } from '@anjuan/casework';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { CaseRowDto, FactDto } from './case-page.dto';
import { WarningDto } from './cases.dto';
import { LegalDay } from './legal-day';
import { PageSize } from './paging';
import { NamedDto } from './session.dto';

export class WaitingQueryDto {
  @PageSize(100, 20)
  limit?: number;
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 400)
  cursor?: string;
}
export class HandlersQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: '案件现在的办理机构：就近的排在前' })
  @IsOptional()
  @IsUUID()
  organisation_id?: string;
}

export class WaitingDto extends CaseRowDto implements WaitingView {
  @ApiProperty({ description: '收案以来的工作日数' })
  waited_working_days: number;
  @ApiProperty({ type: [FactDto] })
  facts: FactDto[];
}
export class WaitingListDto {
  @ApiProperty({ type: [WaitingDto] })
  items: WaitingDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
export class HandlerDto implements HandlerView {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ type: NamedDto })
  organisation: NamedDto;
  @ApiProperty({ description: '在手案件' })
  open: number;
  @ApiProperty({ description: '今年收案' })
  year: number;
  @ApiProperty({
    type: String,
    enum: ['here', 'below', 'above', 'elsewhere'],
    nullable: true,
    description: '与案件办理机构的远近：here 本机构 · below 下级 · above 上级 · elsewhere 其他',
  })
  near: HandlerView['near'];
}

export class AssignDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  case_ids: string[];
  @LegalDay('分派日期')
  happened_on: string;
  @ApiProperty({ format: 'uuid', description: '调解员' })
  @IsUUID()
  handler_id: string;
  @ApiPropertyOptional({ format: 'uuid', description: '第二调解员' })
  @IsOptional()
  @IsUUID()
  second_handler_id?: string;
  @ApiProperty({ enum: Object.keys(assignGrounds), description: '分派理由' })
  @IsIn(Object.keys(assignGrounds))
  ground: string;
}
export class HandOverDto {
  @ApiProperty({ format: 'uuid', description: '移交人' })
  @IsUUID()
  from_id: string;
  @ApiProperty({ format: 'uuid', description: '接收人' })
  @IsUUID()
  to_id: string;
  @LegalDay('移交日期')
  happened_on: string;
  @ApiProperty({ enum: Object.keys(handOverGrounds), description: '移交理由' })
  @IsIn(Object.keys(handOverGrounds))
  ground: string;
  @ApiPropertyOptional({ type: [String], format: 'uuid', description: '只移交这些案件；不填为全部未了的案件' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  case_ids?: string[];
}

export class BulkDoneDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ type: String, nullable: true })
  number: string | null;
  @ApiProperty()
  register_number: string;
}
export class BulkRefusedDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ type: [WarningDto] })
  reasons: WarningDto[];
}
export class BulkDto implements BulkView {
  @ApiProperty({ type: [BulkDoneDto] })
  done: BulkDoneDto[];
  @ApiProperty({ type: [BulkRefusedDto], description: '没有办成的，逐件列明理由' })
  refused: BulkRefusedDto[];
}
