import { replyResults } from '@anjuan/cases/letter';
import type { AddressedNotice, AnswerEntry, LetterReply, NoticePaper } from '@anjuan/cases/reconsideration';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import { dayOrNull } from './answers';

export class NoticePaperDto implements NoticePaper {
  @ApiProperty()
  title: string;
  @ApiProperty({ type: String, nullable: true, description: '文号' })
  number: string | null;
  @ApiProperty({ format: 'date' })
  issued_on: string;
}

export class AddressedNoticeDto implements AddressedNotice {
  @ApiProperty({ format: 'uuid' })
  case_id: string;
  @ApiProperty({ enum: ['answer', 'letter'], description: 'answer 答复通知，letter 意见书、建议书' })
  kind: 'answer' | 'letter';
  @ApiProperty({ description: '案号' })
  number: string;
  @ApiProperty({ description: '本机关' })
  organ: string;
  @ApiProperty({ description: '申请人，或者事由' })
  about: string;
  @ApiProperty({ type: String, nullable: true, description: '申请复议事项' })
  matter: string | null;
  @ApiProperty({ format: 'date' })
  sent_on: string;
  @ApiProperty({ ...dayOrNull, description: '签收日期' })
  acknowledged_on: string | null;
  @ApiProperty({ ...dayOrNull, description: '答复或者反馈期限' })
  due: string | null;
  @ApiProperty(dayOrNull)
  answered_on: string | null;
  @ApiProperty({ type: [NoticePaperDto] })
  papers: NoticePaperDto[];
}

export class RespondentAnswerDto implements AnswerEntry {
  @ApiProperty({ description: '答复内容' })
  @IsString()
  @Length(1, 4000)
  reply: string;
  @ApiProperty({ type: [String], description: '证据目录，一项一份' })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  evidence: string[];
}

export class LetterReplyDto implements LetterReply {
  @ApiProperty({ description: '反馈内容' })
  @IsString()
  @Length(1, 4000)
  reply: string;
  @ApiProperty({ enum: Object.keys(replyResults), description: '反馈结果' })
  @IsIn(Object.keys(replyResults))
  result: string;
}
