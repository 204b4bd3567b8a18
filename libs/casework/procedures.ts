import { NotFound } from './errors';
import type { Procedure } from './procedure';

/** The procedures of this installation, by kind. */
export class Procedures {
  private readonly byKind: ReadonlyMap<string, Procedure>;

  constructor(procedures: readonly Procedure[]) {
    this.byKind = new Map(procedures.map((p) => [p.kind, p]));
  }

  all(): readonly Procedure[] {
    return [...this.byKind.values()];
  }

  /** @throws NotFound for a kind this installation does not have */
  of(kind: string): Procedure {
    const procedure = this.byKind.get(kind);
    if (!procedure) throw new NotFound('案件种类');
    return procedure;
  }
}
