import { NotFound } from '@anjuan/casework';
import { Clock, Database } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import type { CasePage, Part } from './case-lists';
import { type Difference, differenceOf } from './difference';
import { type FreezeRequest, freezeFigures } from './freeze';
import {
  type FrozenFigure,
  type FrozenQuery,
  type OneFrozen,
  oneFrozen,
  pageOfFrozen,
  readFrozen,
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
   * Freezes figures of the whole jurisdiction, all from one moment: those named, or every metric as the jurisdiction
   * prints it. Returns them in that order. Throws FieldErrors for a period, day, metric or variant that is none, Refusal
   * while another freezing runs.
   */
  async freeze(request: FreezeRequest): Promise<FrozenFigure[]> {
    const { jurisdictionId } = request;
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const rows = await freezeFigures(tx, request, this.clock.now());
      return readFrozen(tx, { jurisdictionId, history: true }, { fromSeq: rows[0]?.seq ?? Number.MAX_SAFE_INTEGER });
    });
  }

  /**
   * Frozen figures in the order they were frozen; without `history` the standing one of each metric, variant and period.
   * A period (`year`, or `from` and `cutoff`) keeps those of exactly these days. Throws FieldErrors for one that is none.
   */
  frozen(query: FrozenQuery): Promise<FrozenFigure[]> {
    return this.database.inJurisdiction(query.jurisdictionId, (tx) => readFrozen(tx, query));
  }

  /**
   * The cases behind a frozen figure with the facts as they stood, by pages of `limit` (1–500), those within reach.
   * Throws NotFound for a figure or part that is none or out of reach, FieldErrors for a cursor or limit that is none.
   */
  casesOf(
    request: OneFrozen & { readonly part?: Part; readonly cursor?: string; readonly limit?: number },
  ): Promise<CasePage & { readonly part: Part; readonly figure: FrozenFigure }> {
    const { part = 'numerator' } = request;
    return this.database.inJurisdiction(request.jurisdictionId, async (tx) => {
      const figure = await oneFrozen(tx, request);
      const listId = part === 'numerator' ? figure.numerator_list : figure.denominator_list;
      if (listId === null) throw new NotFound('清单');
      return { part, figure, ...(await pageOfFrozen(tx, request, listId)) };
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
