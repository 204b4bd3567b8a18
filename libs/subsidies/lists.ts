import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Database, type Tx, Vault } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { pathsOf } from './candidates';
import { maskedName } from './mask';
import { type Round, roundIn } from './rounds';
import { readPayees } from './rules';
import { subsidyForms, subsidyResults, subsidyTiers } from './subsidy.facts';
import { subsidyProcedure } from './subsidy.procedure';

/** One claim with what its amount rests on: the case, the tariff's version, level, form and group. */
export interface ClaimView {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly state_title: string;
  /** The mediated case. */
  readonly case_id: string;
  readonly case_number: string;
  readonly case_closed_on: Day;
  readonly organisation: string;
  readonly payee: string;
  /** Who mediated with the payee; nobody else is paid for the case. */
  readonly co_mediator: string | null;
  readonly tariff: string | null;
  readonly level: string | null;
  readonly form: string | null;
  readonly people_count: number | null;
  readonly rate_fen: number | null;
  readonly factor_permille: number | null;
  readonly amount_fen: number | null;
  readonly refusal: string | null;
  /** Its file is inspected: drawn, or eligible only after the draw. */
  readonly to_inspect: boolean;
  /** Place in the draw for inspection; null: not drawn. */
  readonly draw_place: number | null;
  readonly score: number | null;
}
export interface ClaimPage {
  readonly items: readonly ClaimView[];
  /** Id of the last claim here; null at the end. */
  readonly next: string | null;
}
export interface Count {
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly amount_fen: number;
}
export interface RoundSummary extends Round {
  readonly states: readonly Count[];
  /** Of the eligible ones. */
  readonly tiers: readonly Count[];
  readonly drawn: number;
  readonly inspected: number;
}
/** Claims of one price: so many cases at so much each. */
export interface PayLine {
  readonly level: string;
  readonly form: string;
  readonly rate_fen: number;
  readonly factor_permille: number;
  readonly tariff: string;
  readonly count: number;
  readonly amount_fen: number;
}
export interface PayEntry {
  readonly person_id: string;
  readonly name: string;
  readonly organisations: readonly string[];
  readonly id_number: string | null;
  readonly bank_account: string | null;
  readonly lines: readonly PayLine[];
  readonly amount_fen: number;
}
export interface PayList {
  readonly round: string;
  readonly entries: readonly PayEntry[];
  readonly count: number;
  readonly amount_fen: number;
}
/** The list that hangs on the wall: no full name, no number, nothing of the parties. */
export interface NoticeEntry {
  readonly name: string;
  readonly organisations: readonly string[];
  readonly lines: readonly PayLine[];
  readonly amount_fen: number;
}
export interface PublicNotice {
  readonly round: string;
  readonly period_from: Day;
  readonly period_to: Day;
  readonly entries: readonly NoticeEntry[];
  readonly count: number;
  readonly amount_fen: number;
}

interface ClaimRow extends Omit<ClaimView, 'state_title' | 'payee'> {
  readonly [column: string]: unknown;
  readonly payee_id: string;
  readonly payee: string | null;
}

const claims = (where: string): string => `
  select c.id, coalesce(c.number, c.register_number) as number, c.state, c.parent_id as case_id, f.case_number,
    f.case_closed_on, o.name as organisation, f.payee as payee_id, p.name as payee, f.tariff, f.level, f.form,
    (select w.name from mediation_fact m
     join person w on w.jurisdiction_id = $1 and w.id = m.co_mediated_by
     where m.jurisdiction_id = $1 and m.case_id = c.parent_id and m.recorded_to = 'infinity') as co_mediator,
    f.people_count, f.rate_fen, f.factor_permille, f.amount_fen, f.result, f.refusal, f.sampled_on is not null as to_inspect,
    f.draw_place, f.score
  from subsidy_fact f
  join case_file c on c.jurisdiction_id = $1 and c.id = f.case_id
  join organisation o on o.jurisdiction_id = $1 and o.id = c.organisation_id
  left join person p on p.jurisdiction_id = $1 and p.id::text = f.payee
  where f.jurisdiction_id = $1 and f.recorded_to = 'infinity' and f.round = $2
    and exists (select from unnest($3::text[]) as top(path) where starts_with(o.path, top.path)) and ${where}`;

const labelled = (list: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (list[code] ?? code);

/** What a round looks like from outside: its state, its claims, who is paid, what the public reads. */
@Injectable()
export class SubsidyLists {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** @throws NotFound */
  summary(actor: Actor, roundId: string): Promise<RoundSummary> {
    return this.read(actor, roundId, async (tx, round) => {
      const rows = await tx.query<{
        state: string;
        result: string | null;
        level: string | null;
        n: number;
        fen: number;
      }>(
        `select state, result, level, count(*) as n, coalesce(sum(amount_fen), 0)::bigint as fen
         from (${claims('true')}) claim group by 1, 2, 3`,
        this.scope(actor, round),
      );
      const [drawn] = await tx.query<{ drawn: number; inspected: number }>(
        `select count(*) filter (where to_inspect) as drawn, count(score) as inspected from (${claims('true')}) claim`,
        this.scope(actor, round),
      );
      const total = (
        list: Readonly<Record<string, string>>,
        matches: (r: (typeof rows)[number], code: string) => boolean,
      ) =>
        Object.entries(list).map(([code, title]) => {
          const of = rows.filter((r) => matches(r, code));
          return {
            code,
            title,
            count: of.reduce((n, r) => n + r.n, 0),
            amount_fen: of.reduce((n, r) => n + r.fen, 0),
          };
        });
      const eligible: keyof typeof subsidyResults = 'eligible';
      return {
        ...round,
        states: total(subsidyProcedure.states, (r, code) => r.state === code),
        tiers: total(subsidyTiers, (r, code) => r.level === code && r.result === eligible),
        drawn: drawn?.drawn ?? 0,
        inspected: drawn?.inspected ?? 0,
      };
    });
  }

  /** Claims by id; `limit` 1 to 500. @throws NotFound */
  claims(
    actor: Actor,
    roundId: string,
    o: { state?: string; drawn?: boolean; cursor?: string; limit: number },
  ): Promise<ClaimPage> {
    return this.read(actor, roundId, async (tx, round) => {
      const rows = await tx.query<ClaimRow>(
        `${claims(`($4::text is null or c.state = $4) and (not $5 or f.sampled_on is not null)
           and ($6::uuid is null or c.id > $6)`)} order by c.id limit $7`,
        [...this.scope(actor, round), o.state ?? null, o.drawn ?? false, o.cursor ?? null, o.limit + 1],
      );
      const shown = rows.slice(0, o.limit);
      return { items: shown.map(claimView), next: rows.length > o.limit ? (shown.at(-1)?.id ?? null) : null };
    });
  }

  /** 发放表: approved and paid claims by payee. @throws NotFound */
  payments(actor: Actor, roundId: string): Promise<PayList> {
    return this.read(actor, roundId, async (tx, round) => {
      const rows = await this.rows(tx, actor, round, ['approved', 'paid']);
      const known = new Map((await readPayees(tx, actor.jurisdictionId, this.vault)).map((p) => [p.personId, p]));
      const entries = byPayee(rows).map((of): PayEntry => {
        const payee = known.get(of.person_id);
        return { ...of, id_number: payee?.idNumber ?? null, bank_account: payee?.bankAccount ?? null };
      });
      return { round: round.name, entries, ...sumOf(rows) };
    });
  }

  /** 公示名单: names masked (张*三); proposed, approved and paid claims. @throws NotFound */
  notice(actor: Actor, roundId: string): Promise<PublicNotice> {
    return this.read(actor, roundId, async (tx, round) => {
      const rows = await this.rows(tx, actor, round, ['proposed', 'approved', 'paid']);
      const entries = byPayee(rows).map(
        ({ name, organisations, lines, amount_fen }): NoticeEntry => ({
          name: maskedName(name),
          organisations,
          lines,
          amount_fen,
        }),
      );
      const { period_from, period_to } = round;
      return { round: round.name, period_from, period_to, entries, ...sumOf(rows) };
    });
  }

  private rows(tx: Tx, actor: Actor, round: Round, states: readonly string[]): Promise<ClaimRow[]> {
    return tx.query<ClaimRow>(`${claims('c.state = any($4::text[])')} order by o.path, p.name, p.id, c.id`, [
      ...this.scope(actor, round),
      states,
    ]);
  }

  private scope(actor: Actor, round: Round): readonly [number, string, string[]] {
    return [actor.jurisdictionId, round.name, pathsOf(actor)];
  }

  private read<T>(actor: Actor, roundId: string, work: (tx: Tx, round: Round) => Promise<T>): Promise<T> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) =>
      work(tx, await roundIn(tx, actor, roundId)),
    );
  }
}

const claimView = ({ payee_id: _, ...row }: ClaimRow): ClaimView => ({
  id: row.id,
  number: row.number,
  state: row.state,
  state_title: labelled(subsidyProcedure.states, row.state) ?? row.state,
  case_id: row.case_id,
  case_number: row.case_number,
  case_closed_on: row.case_closed_on,
  organisation: row.organisation,
  payee: row.payee ?? '',
  co_mediator: row.co_mediator,
  tariff: row.tariff,
  level: labelled(subsidyTiers, row.level),
  form: labelled(subsidyForms, row.form),
  people_count: row.people_count,
  rate_fen: row.rate_fen,
  factor_permille: row.factor_permille,
  amount_fen: row.amount_fen,
  refusal: row.refusal,
  to_inspect: row.to_inspect,
  draw_place: row.draw_place,
  score: row.score,
});

const sumOf = (rows: readonly ClaimRow[]) => ({
  count: rows.length,
  amount_fen: rows.reduce((n, r) => n + (r.amount_fen ?? 0), 0),
});

/** One entry per person in the order of the rows, one line per price. */
function byPayee(rows: readonly ClaimRow[]): Omit<PayEntry, 'id_number' | 'bank_account'>[] {
  const people = new Map<string, ClaimRow[]>();
  for (const r of rows) people.set(r.payee_id, [...(people.get(r.payee_id) ?? []), r]);
  return [...people].map(([person_id, own]) => ({
    person_id,
    name: own[0]?.payee ?? '',
    organisations: [...new Set(own.map((r) => r.organisation))],
    lines: linesOf(own),
    amount_fen: sumOf(own).amount_fen,
  }));
}

function linesOf(rows: readonly ClaimRow[]): PayLine[] {
  const prices = new Map<string, ClaimRow[]>();
  for (const r of rows) {
    const price = [r.tariff, r.level, r.form, r.factor_permille].join(' ');
    prices.set(price, [...(prices.get(price) ?? []), r]);
  }
  return [...prices.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    return [
      {
        level: labelled(subsidyTiers, first.level) ?? '',
        form: labelled(subsidyForms, first.form) ?? '',
        rate_fen: first.rate_fen ?? 0,
        factor_permille: first.factor_permille ?? 1000,
        tariff: first.tariff ?? '',
        ...sumOf(of),
      },
    ];
  });
}
