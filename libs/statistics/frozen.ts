import { NotFound } from '@anjuan/casework';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { CasePage, Part } from './case-lists';
import { type Difference, differenceOf } from './difference';
import { type FreezeRequest, freezeFigures } from './freeze';
import {
  type FrozenFigure,
  type FrozenQuery,
  type FrozenSplit,
  type OneFrozen,
  oneFrozen,
  pageOfFrozen,
  readFrozen,
  readSplits,
} from './frozen-reading';
import { type Verification, verifyFrozen } from './verify';

/** The door to frozen figures (数据冻结): what forms and reports print. There is no way to change or remove one. */
@Injectable()
export class FrozenFigures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezes figures of the whole jurisdiction, all from one moment: those named, whole or by a dimension, or every metric as
   * the jurisdiction prints it. Returns them in that order. Throws FieldErrors for a period, day, metric, variant or dimension
   * that is none, Refusal while another freezing runs.
   */
  freeze(request: FreezeRequest): Promise<FrozenFigure[]> {
    return this.freezeTogether(request.jurisdictionId, [request]);
  }

  /** The same over several periods in one act: all of them are frozen, or none. */
  freezeTogether(
    jurisdictionId: number,
    requests: readonly Omit<FreezeRequest, 'jurisdictionId'>[],
  ): Promise<FrozenFigure[]> {
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const at = this.clock.now();
      let first: number | undefined;
      for (const request of requests) {
        const rows = await freezeFigures(tx, { ...request, jurisdictionId }, at);
        first ??= rows[0]?.seq;
      }
      if (first === undefined) return [];
      return readFrozen(tx, { jurisdictionId, history: true, splits: 'also' }, { fromSeq: first });
    });
  }

  /**
   * Frozen figures in the order they were frozen; without `history` the standing one of each metric, variant and period,
   * and of each dimension where `splits` are asked for. A period (`year`, or `from` and `cutoff`) keeps those of exactly these days. Throws FieldErrors for one that is none.
   */
  frozen(query: FrozenQuery): Promise<FrozenFigure[]> {
    return this.database.inJurisdiction(query.jurisdictionId, (tx) => readFrozen(tx, query));
  }

  /** Those frozen by a dimension, with their parts; otherwise as `frozen`. */
  splits(query: Omit<FrozenQuery, 'splits'>): Promise<FrozenSplit[]> {
    return this.database.inJurisdiction(query.jurisdictionId, (tx) => readSplits(tx, query));
  }

  /**
   * The cases behind a frozen figure with the facts as they stood, by pages of `limit` (1–500), those within reach; with a
   * `key` those of one of its parts, null for the unknown.
   * Throws NotFound for a figure or part that is none or out of reach, FieldErrors for a cursor or limit that is none.
   */
  casesOf(
    request: OneFrozen & {
      readonly part?: Part;
      readonly key?: string | null;
      readonly cursor?: string;
      readonly limit?: number;
    },
  ): Promise<CasePage & { readonly part: Part; readonly figure: FrozenFigure }> {
    const { part = 'numerator' } = request;
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      const figure = await oneFrozen(tx, request);
      const listId = part === 'numerator' ? figure.numerator_list : figure.denominator_list;
      if (listId === null) throw new NotFound('清单');
      return { part, figure, ...(await pageOfFrozen(tx, request, listId, figure, request.key)) };
    });
  }

  /**
   * The figure counted anew by today's records and definition over the same days, and each case that makes the
   * difference, with its cause. Cases out of reach are counted and not named.
   */
  difference(request: OneFrozen): Promise<Difference> {
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      // The numbers and the cases that explain them come from one moment.
      await tx.execute('set transaction isolation level repeatable read');
      return differenceOf(tx, request.jurisdictionId, await oneFrozen(tx, request), request.reach);
    });
  }

  /** Recomputes every seal of a jurisdiction: rows, lists, numbers and the chain from one to the next. */
  verify(jurisdictionId: number): Promise<Verification> {
    return this.database.inJurisdiction(jurisdictionId, (tx) => verifyFrozen(tx, jurisdictionId));
  }
}
