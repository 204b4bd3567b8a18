import {
  type BatchAnswer,
  type CaseScript,
  Clerk,
  FieldErrors,
  leaveTrail,
  NotFound,
  type Origin,
  Procedures,
  Refusal,
  type ScriptStep,
} from '@anjuan/casework';
import { type Actor, systemActor } from '@anjuan/identity';
import { type Day, isDay } from '@anjuan/law';
import { Clock, Database, type Tx, uuidv7 } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { type Candidate, pathsOf, readCandidates } from './candidates';
import { type Verdict, verdictsOn } from './checks';
import { drawn, listDigest } from './draw';
import { readTariffs } from './rules';
import { type SubsidyEvent, subsidyProcedure } from './subsidy.procedure';
import { type Tariff, tariffName, tariffOn } from './tariff';

export interface Round {
  readonly id: string;
  readonly name: string;
  /** Cases that ended from this day to that, both included. */
  readonly period_from: Day;
  readonly period_to: Day;
  /** The public draw for file inspection; null before it. */
  readonly draw: Draw | null;
}
export interface Draw {
  readonly seed: string;
  /** Where the seed was published: a notice, a lottery's number. */
  readonly seed_source: string;
  readonly seed_published_on: Day;
  readonly sample_permille: number;
  readonly drawn_on: Day;
  /** Fingerprint of the list of case numbers drawn from. */
  readonly list_digest: string;
}
export interface Built {
  readonly claimed: number;
  readonly eligible: number;
  readonly refused: number;
  /** Cases of the period claimed before, in this round or another: nobody is paid twice for one case. */
  readonly already: number;
  /** Cases without a named mediator: there is nobody to pay. */
  readonly unassigned: number;
}
/** What came of one step for all claims of a round. */
export interface Advanced {
  readonly done: number;
  readonly refused: readonly { readonly claimId: string; readonly messages: readonly string[] }[];
}
interface Recording {
  /** Demonstration years are recorded as of their own days. */
  readonly origin?: Origin;
}
/** The steps people take for a whole round at once. */
export const roundSteps = ['propose', 'send-back', 'publish', 'approve', 'pay'] as const;
export type RoundStep = (typeof roundSteps)[number] & SubsidyEvent;

interface RoundRow {
  id: string;
  name: string;
  period_from: Day;
  period_to: Day;
  seed: string | null;
  seed_source: string | null;
  seed_published_on: Day | null;
  sample_permille: number | null;
  drawn_on: Day | null;
  list_digest: string | null;
}
const roundColumns = `id, name, period_from, period_to, seed, seed_source, seed_published_on, sample_permille, drawn_on,
  list_digest`;

/** Claims in one transaction. A step that stops halfway is simply taken again: it goes on with the claims that are left. */
const BATCH = 400;

/** Rounds of claims (批次): built from cases, checked, drawn from, and taken step by step to the payment. */
@Injectable()
export class SubsidyRounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clerk: Clerk,
    private readonly procedures: Procedures,
  ) {}

  list(actor: Actor): Promise<readonly Round[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const rows = await tx.query<RoundRow>(
        `select ${roundColumns} from subsidy_round where jurisdiction_id = $1 order by period_from desc, id desc`,
        [actor.jurisdictionId],
      );
      return rows.map(roundOf);
    });
  }

  /** @throws FieldErrors for a name that is taken or a period that is none */
  async open(actor: Actor, input: { name: string; period_from: Day; period_to: Day }): Promise<Round> {
    const { name, period_from, period_to } = input;
    if (!isDay(period_from) || !isDay(period_to) || period_to < period_from)
      throw new FieldErrors([{ field: 'period_to', value: period_to, rule: '应不早于起始日期' }]);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const now = this.clock.now();
      const [row] = await tx.query<RoundRow>(
        `insert into subsidy_round (jurisdiction_id, id, name, period_from, period_to, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (jurisdiction_id, name) do nothing returning ${roundColumns}`,
        [actor.jurisdictionId, uuidv7(), name.trim(), period_from, period_to, actor.personId, now],
      );
      if (!row) throw new FieldErrors([{ field: 'name', value: name, rule: '已有同名批次' }]);
      await leaveTrail(tx, actor, now, 'subsidy.round', row.id);
      return roundOf(row);
    });
  }

  /**
   * Claims every case of the period that a tariff pays for and nobody claimed, and checks it; claims sent in again are
   * checked again. Building twice makes nothing twice. What becomes eligible after the round's draw could no longer be
   * drawn, so it is inspected without one: holding a claim back spares nobody the inspection. @throws NotFound, Refusal
   */
  async build(actor: Actor, roundId: string, happenedOn: Day, { origin = 'person' }: Recording = {}): Promise<Built> {
    const { round, all, tariffs } = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const found = await roundIn(tx, actor, roundId);
      const to = found.period_to < happenedOn ? found.period_to : happenedOn;
      return {
        round: found,
        all: await readCandidates(tx, actor, { from: found.period_from, to, asOf: happenedOn }),
        tariffs: await readTariffs(tx, actor.jurisdictionId),
      };
    });
    const within = all.filter((c) => c.within && c.closed_on >= round.period_from && isPaid(c, tariffs));
    const fresh = within.filter((c) => c.claim === null && c.payee !== null);
    const again = all.filter((c) => c.within && c.claim?.state === 'claimed' && c.claim.round === round.name);
    const before = all.filter((c) => c.claim !== null && !again.includes(c));
    const titles = new Map(this.procedures.of('mediation').documents.map((d) => [d.code, d.title]));
    const verdicts = verdictsOn([...fresh, ...again], before, tariffs, (code) => titles.get(code) ?? code);
    const office = systemActor(actor.jurisdictionId);
    const scripts = [...fresh, ...again].flatMap((c): CaseScript[] => {
      const verdict = verdicts.get(c.id);
      if (!verdict || !c.payee) return [];
      const checked = [checkStep(c, verdict, office, happenedOn)];
      if (verdict.passes && round.draw) checked.push({ event: 'sample', happenedOn, actor: office });
      if (c.claim) return [{ caseId: c.claim.id, steps: checked }];
      const open = { kind: 'subsidy', organisationId: c.organisationId, handlerId: c.payee.id, parentId: c.id };
      return [{ open, steps: [claimStep(c, c.payee, round, office, happenedOn), ...checked] }];
    });
    for (const answer of await this.write(actor, scripts, origin)) if (!answer.ok) throw answer.error;
    const eligible = [...verdicts.values()].filter((v) => v.passes).length;
    return {
      claimed: fresh.length,
      eligible,
      refused: verdicts.size - eligible,
      already: within.filter((c) => c.claim !== null && !again.includes(c)).length,
      unassigned: within.filter((c) => c.claim === null && c.payee === null).length,
    };
  }

  /**
   * Draws the files to inspect from all eligible claims by a published seed. One draw per round: the same request again
   * changes nothing, another seed or a changed list is refused. @throws NotFound, FieldErrors, Refusal
   */
  async draw(
    actor: Actor,
    roundId: string,
    input: Omit<Draw, 'list_digest'>,
    { origin = 'person' }: Recording = {},
  ): Promise<readonly string[]> {
    if (input.seed_published_on > input.drawn_on)
      throw new FieldErrors([{ field: 'seed_published_on', value: input.seed_published_on, rule: '应不晚于抽样日期' }]);
    const { jurisdictionId } = actor;
    const { sample, claims } = await this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const round = await roundIn(tx, actor, roundId, 'for update');
      const eligible = await claimsIn(tx, actor, round, ['eligible']);
      const claims = eligible.filter((c) => c.sampled_on === null || c.draw_place !== null);
      if (claims.length === 0) throw refusal('draw.empty', '本批次没有符合条件的申报，无从抽样。');
      const numbers = claims.map((c) => c.case_number);
      const digest = listDigest(numbers);
      if (round.draw && (round.draw.seed !== input.seed || round.draw.list_digest !== digest))
        throw refusal('draw.once', `本批次已于${round.draw.drawn_on}抽样，不能重抽。`);
      if (!round.draw) {
        await tx.execute(
          `update subsidy_round set seed = $3, seed_source = $4, seed_published_on = $5, sample_permille = $6,
             drawn_on = $7, list_digest = $8 where jurisdiction_id = $1 and id = $2`,
          [
            jurisdictionId,
            roundId,
            input.seed,
            input.seed_source,
            input.seed_published_on,
            input.sample_permille,
            input.drawn_on,
            digest,
          ],
        );
        await leaveTrail(tx, actor, this.clock.now(), 'subsidy.draw', roundId, { seed: input.seed, list: digest });
      }
      const sample = drawn(numbers, input.seed, round.draw?.sample_permille ?? input.sample_permille);
      return { sample, claims: claims.filter((c) => c.drawn_on === null) };
    });
    const office = systemActor(jurisdictionId);
    const happenedOn = input.drawn_on;
    const placeOf = new Map(sample.map((number, i) => [number, i + 1]));
    const steps = claims.map((c): CaseScript => {
      const place = placeOf.get(c.case_number);
      const step = place === undefined ? { event: 'spare' } : { event: 'sample', fields: { draw_place: place } };
      return { caseId: c.id, steps: [{ ...step, happenedOn, actor: office }] };
    });
    for (const answer of await this.write(actor, steps, origin)) if (!answer.ok) throw answer.error;
    return sample;
  }

  /** Takes one step for every claim of the round that stands before it; what is refused stays where it is. @throws NotFound */
  async advance(
    actor: Actor,
    roundId: string,
    step: { event: RoundStep; happenedOn: Day; fields?: Readonly<Record<string, unknown>> },
    { origin = 'person' }: Recording = {},
  ): Promise<Advanced> {
    const { from } = subsidyProcedure.edges[step.event];
    const claims = await this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const found = await claimsIn(tx, actor, await roundIn(tx, actor, roundId), from === 'opening' ? [] : from);
      return step.event === 'publish' ? found.filter((c) => c.published_on === null) : found;
    });
    const answers = await this.write(
      actor,
      claims.map((c) => ({ caseId: c.id, steps: [step] })),
      origin,
    );
    return {
      done: answers.filter((a) => a.ok).length,
      refused: answers.flatMap((a, i) => {
        const claim = claims[i];
        return a.ok || !claim ? [] : [{ claimId: claim.id, messages: messagesOf(a.error) }];
      }),
    };
  }

  private async write(actor: Actor, scripts: readonly CaseScript[], origin: Origin): Promise<readonly BatchAnswer[]> {
    const answers: BatchAnswer[] = [];
    for (let at = 0; at < scripts.length; at += BATCH)
      answers.push(...(await this.clerk.batch(actor, scripts.slice(at, at + BATCH), { origin })));
    return answers;
  }
}

/** @throws NotFound */
export async function roundIn(tx: Tx, actor: Actor, id: string, lock: '' | 'for update' = ''): Promise<Round> {
  const [row] = await tx.query<RoundRow>(
    `select ${roundColumns} from subsidy_round where jurisdiction_id = $1 and id = $2 ${lock}`,
    [actor.jurisdictionId, id],
  );
  if (!row) throw new NotFound('批次');
  return roundOf(row);
}

function roundOf(r: RoundRow): Round {
  const { id, name, period_from, period_to, seed, seed_source, seed_published_on, ...rest } = r;
  const { sample_permille, drawn_on, list_digest } = rest;
  const draw =
    seed === null ||
    seed_source === null ||
    seed_published_on === null ||
    sample_permille === null ||
    drawn_on === null ||
    list_digest === null
      ? null
      : { seed, seed_source, seed_published_on, sample_permille, drawn_on, list_digest };
  return { id, name, period_from, period_to, draw };
}

interface ClaimRow {
  id: string;
  case_number: string;
  drawn_on: Day | null;
  sampled_on: Day | null;
  draw_place: number | null;
  published_on: Day | null;
}
const claimsIn = (tx: Tx, actor: Actor, round: Round, states: readonly string[]): Promise<ClaimRow[]> =>
  tx.query<ClaimRow>(
    `select c.id, f.case_number, f.drawn_on, f.sampled_on, f.draw_place,
       f.published_on
     from subsidy_fact f
     join case_file c on c.jurisdiction_id = $1 and c.id = f.case_id
     join organisation o on o.jurisdiction_id = $1 and o.id = c.organisation_id
     where f.jurisdiction_id = $1 and f.recorded_to = 'infinity' and f.round = $2 and c.state = any($3::text[])
       and exists (select from unnest($4::text[]) as top(path) where starts_with(o.path, top.path))
     order by c.id`,
    [actor.jurisdictionId, round.name, states, pathsOf(actor)],
  );

/** A form that the tariff of the day pays for at some level; where there was no tariff, the check says so. */
function isPaid(c: Candidate, tariffs: readonly Tariff[]): boolean {
  const rates = tariffOn(tariffs, c.closed_on)?.terms.rates;
  return rates === undefined ? c.form !== 'failed' : rates.some((r) => r.form === c.form && r.fen > 0);
}

const claimStep = (
  c: Candidate,
  payee: { readonly id: string; readonly name: string },
  round: Round,
  actor: Actor,
  happenedOn: Day,
): ScriptStep => ({
  event: 'claim',
  happenedOn,
  actor,
  fields: {
    payees: [{ role: 'payee', kind: 'natural', name: payee.name }],
    round: round.name,
    payee: payee.id,
    case_number: c.number,
    case_closed_on: c.closed_on,
  },
});

function checkStep(c: Candidate, verdict: Verdict, actor: Actor, happenedOn: Day): ScriptStep {
  if (verdict.passes) {
    const { tariff, level, price } = verdict;
    return {
      event: 'pass',
      happenedOn,
      actor,
      fields: {
        tariff: tariffName(tariff),
        level,
        form: c.form,
        people_count: c.people_count,
        ...price,
        pass_mark: tariff.terms.pass_mark,
        notice_days: tariff.terms.notice_days,
      },
    };
  }
  return {
    event: 'refuse',
    happenedOn,
    actor,
    fields: {
      ground: verdict.reasons[0]?.ground,
      refusal: verdict.reasons.map((r) => r.message).join('；'),
    },
  };
}

const refusal = (guard: string, message: string): Refusal =>
  new Refusal([{ guard, message, article: '本辖区以案定补办法' }]);

const messagesOf = (error: Error): string[] =>
  error instanceof Refusal ? error.refusals.map((r) => r.message) : [error.message];
