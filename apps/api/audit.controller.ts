import { FieldErrors } from '@anjuan/casework';
import { audit, DeclaredIndicators, knownFigures, read, textOfDraft } from '@anjuan/report';
import { catalogue, Figures, FrozenFigures, reachOf } from '@anjuan/statistics';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, Me } from './access';
import { AuditDto, AuditRequestDto } from './audit.dto';
import { ProblemDto } from './problem.dto';
import type { SignedIn } from './session.guard';

const titles: ReadonlyMap<string, string> = new Map(catalogue.map(({ id, title }) => [id, title]));

/** 报告校核: a draft is read and checked and forgotten; nothing of it is stored. */
@ApiTags('年度报告')
@Controller('reports')
export class AuditController {
  constructor(
    private readonly figures: Figures,
    private readonly frozen: FrozenFigures,
    private readonly declared: DeclaredIndicators,
  ) {}

  @Post('audit')
  @Allow('figures:read')
  @HttpCode(200)
  @ApiOperation({ summary: '校核一份报告稿：读出数字，指出矛盾', operationId: 'auditReport' })
  @ApiOkResponse({ type: AuditDto })
  @ApiResponse({ status: 400, description: '填写有误', type: ProblemDto })
  async audit(@Me() { actor }: SignedIn, @Body() request: AuditRequestDto): Promise<AuditDto> {
    const text = textIn(request);
    const { year } = request;
    const sources = { figures: this.figures, frozen: this.frozen, declared: this.declared };
    const asked = { jurisdictionId: actor.jurisdictionId, reach: reachOf(actor) };
    const known = year === undefined ? undefined : await knownFigures(sources, { ...asked, year }, read(text));
    const { figures, findings } = audit(text, known);
    return {
      text,
      figures: figures.map(({ start, end, text: phrase, metric, value, unit, kind, approx }) => ({
        start,
        end,
        text: phrase,
        metric,
        title: metric === null ? null : (titles.get(metric) ?? null),
        value,
        unit,
        kind,
        approx,
      })),
      findings,
    };
  }
}

/** Throws FieldErrors where there is nothing to check, two drafts at once, or a file that cannot be read. */
function textIn({ text, file, file_name: name }: AuditRequestDto): string {
  if (text !== undefined && file !== undefined)
    throw new FieldErrors([{ field: 'text', value: null, rule: '文字和文件只能给一样' }]);
  if (file !== undefined) {
    if (name === undefined) throw new FieldErrors([{ field: 'file_name', value: null, rule: '必填' }]);
    return textOfDraft(name, Buffer.from(file, 'base64'));
  }
  if (text === undefined || text.trim() === '')
    throw new FieldErrors([{ field: 'text', value: text ?? null, rule: '请粘贴报告稿的文字，或者选一个文件' }]);
  return text;
}
