import { FieldErrors, leaveTrail } from '@anjuan/casework';
import { type Actor, Identity } from '@anjuan/identity';
import { type Day, isDay } from '@anjuan/law';
import { Clock, Database, shanghaiDay, type Tx } from '@anjuan/platform';
import { Breakdowns, Figures, type FrozenFigure, FrozenFigures } from '@anjuan/statistics';
import { Injectable } from '@nestjs/common';
import { DeclaredIndicators, knownIndicators } from '../declared';
import { figuresPrinted, openBook, type Reader } from './reading';
import { type Composed, render } from './render';
import { styles } from './styles';
import { checkTemplate, type Template } from './template';

export interface ComposeRequest extends Reader {
  readonly year: number;
  /** Last day counted; the template's, else 31 December, when absent. */
  readonly cutoff?: Day;
  /** A saved template or a shipped style by name; by default the one that bears the jurisdiction's slug, else `general`. */
  readonly style?: string;
  /** A template that is being written, instead of a named one. */
  readonly template?: Template;
  /**
   * Freeze first, in one act, what the report prints and is not frozen yet, whole and split, in the name of this person
   * (null: a command).
   */
  readonly freezeBy?: string | null;
}
export interface Composition extends Composed {
  readonly template: Template;
  readonly year: number;
  readonly cutoff: Day;
}
/** A template by its name: shipped, or the newest version of the office's own. */
export interface NamedTemplate {
  readonly template: Template;
  /** 0: shipped. */
  readonly version: number;
  readonly saved_on: Day | null;
}

/** 年报编写: templates, and what they say about a year. */
@Injectable()
export class Composer {
  constructor(
    private readonly database: Database,
    private readonly figures: Figures,
    private readonly frozen: FrozenFigures,
    private readonly breakdowns: Breakdowns,
    private readonly identity: Identity,
    private readonly declared: DeclaredIndicators,
    private readonly clock: Clock,
  ) {}

  /** The office's own first, then the shipped ones that it has not saved under the same name. */
  async templates(jurisdictionId: number): Promise<NamedTemplate[]> {
    const own = await this.database.inJurisdiction(jurisdictionId, (tx) => saved(tx, jurisdictionId));
    const names = new Set(own.map(({ template }) => template.name));
    const shipped = styles.filter((t) => !names.has(t.name));
    return [...own, ...shipped.map((template) => ({ template, version: 0, saved_on: null }))];
  }

  /** Keeps a template as the newest version of its name. @throws FieldErrors naming every mistake in it */
  async save(actor: Actor, template: Template): Promise<NamedTemplate> {
    const { jurisdictionId } = actor;
    checkTemplate(template, await this.codes(jurisdictionId));
    const at = this.clock.now();
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      // Two who save at once: the second waits here and takes the next version.
      await tx.execute('select pg_advisory_xact_lock($1, $2)', [TEMPLATE_LOCK, jurisdictionId]);
      const [row] = await tx.query<{ version: number }>(
        `insert into report_template (jurisdiction_id, name, version, template, saved_by, saved_at)
         select $1, $2, coalesce(max(version), 0) + 1, $3::jsonb, $4, $5 from report_template
         where jurisdiction_id = $1 and name = $2 returning version`,
        [jurisdictionId, template.name, JSON.stringify(template), actor.personId, at],
      );
      await leaveTrail(tx, actor, at, 'report.save-template', template.name, { version: row?.version });
      return { template, version: row?.version ?? 1, saved_on: shanghaiDay(at) };
    });
  }

  /** @throws FieldErrors for an unknown style, a template with mistakes, a year or last day that is none */
  async compose(request: ComposeRequest): Promise<Composition> {
    const { freezeBy } = request;
    if (freezeBy !== undefined) await this.freeze({ ...request, freezeBy });
    const { template, period, cutoff, book } = await this.opened(request);
    return { template, year: request.year, cutoff, ...render(template, period, book) };
  }

  /**
   * Freezes in one act what the report prints and is not frozen yet, whole and split. @throws as `compose`, and Refusal
   * while another freezing runs
   */
  async freeze(request: ComposeRequest & { readonly freezeBy: string | null }): Promise<FrozenFigure[]> {
    const { jurisdictionId, reach, freezeBy: by } = request;
    const { template, period, book } = await this.opened(request);
    const wanted = figuresPrinted(template, period, book).map((batch) => ({ ...batch, reach, by }));
    return this.frozen.freezeTogether(jurisdictionId, wanted);
  }

  /** The template with the figures of every day it looks at. */
  private async opened(request: ComposeRequest) {
    const { jurisdictionId, reach, year } = request;
    const template = request.template ?? (await this.named(jurisdictionId, request.style));
    if (request.template !== undefined) checkTemplate(template, await this.codes(jurisdictionId));
    const cutoff = request.cutoff ?? `${year}-${template.cutoff ?? '12-31'}`;
    if (!isDay(cutoff) || !cutoff.startsWith(`${year}-`))
      throw new FieldErrors([{ field: 'cutoff', value: cutoff, rule: `截止日应为${year}年内的日期` }]);
    const period = { year, cutoff: cutoff.slice(5) };
    const declarations = await this.declared.list(jurisdictionId);
    const sources = { figures: this.figures, frozen: this.frozen, breakdowns: this.breakdowns, declarations };
    return { template, period, cutoff, book: await openBook(sources, { jurisdictionId, reach }, template, period) };
  }

  private async named(jurisdictionId: number, style: string | undefined): Promise<Template> {
    const templates = (await this.templates(jurisdictionId)).map(({ template }) => template);
    const home = (await this.identity.jurisdictions()).find((j) => j.id === jurisdictionId);
    const found =
      style === undefined
        ? (templates.find((t) => t.name === home?.slug) ?? templates.find((t) => t.name === 'general'))
        : templates.find((t) => t.name === style);
    if (found !== undefined) return found;
    const rule = `没有名为“${style ?? ''}”的模板；可用：${templates.map((t) => t.name).join('、')}`;
    throw new FieldErrors([{ field: 'style', value: style ?? null, rule }]);
  }

  private async codes(jurisdictionId: number): Promise<ReadonlySet<string>> {
    return new Set([...knownCodes, ...(await this.declared.list(jurisdictionId)).map((d) => d.code)]);
  }
}

/** Distinguishes this lock from others of a jurisdiction. */
const TEMPLATE_LOCK = 17953143;
const knownCodes = knownIndicators.map(({ code }) => code);

/** The newest version of each of the office's own templates, by name. */
async function saved(tx: Tx, jurisdictionId: number): Promise<NamedTemplate[]> {
  const rows = await tx.query<{ template: Template; version: number; saved_at: Date }>(
    `select distinct on (name) template, version, saved_at from report_template
     where jurisdiction_id = $1 order by name, version desc`,
    [jurisdictionId],
  );
  return rows.map(({ template, version, saved_at }) => ({ template, version, saved_on: shanghaiDay(saved_at) }));
}
