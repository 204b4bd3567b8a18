import { FieldErrors, leaveTrail, NotFound, Procedures } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import type { Day } from '@anjuan/law';
import { Clock, Database, type Tx, uuidv7, Vault } from '@anjuan/platform';
import { Injectable } from '@nestjs/common';
import { maskedNumber } from './mask';
import { mistakesIn, type Tariff, type TariffInput, type TariffTerms } from './tariff';

interface TariffRow {
  id: string;
  version: number;
  title: string;
  paper: string | null;
  effective_from: Day;
  terms: TariffTerms;
}

/** Every version, newest first. */
export const readTariffs = (tx: Tx, jurisdictionId: number): Promise<Tariff[]> =>
  tx.query<TariffRow>(
    `select id, version, title, paper, effective_from, terms from subsidy_tariff
     where jurisdiction_id = $1 order by effective_from desc`,
    [jurisdictionId],
  );

/** What is known of somebody who is paid. */
export interface PayeeInput {
  readonly personId: string;
  /** 财政供养: draws a public salary from this day (and to that, both included); such people are not paid per case. */
  readonly payrollFrom?: Day | null;
  readonly payrollTo?: Day | null;
  readonly idNumber?: string | null;
  readonly bankAccount?: string | null;
}
export interface Payee {
  readonly personId: string;
  readonly name: string;
  readonly payrollFrom: Day | null;
  readonly payrollTo: Day | null;
  /** All but the last four hidden; null: not recorded. */
  readonly idNumber: string | null;
  readonly bankAccount: string | null;
}
interface PayeeRow {
  person_id: string;
  name: string;
  payroll_from: Day | null;
  payroll_to: Day | null;
  data_key: Buffer | null;
  sealed: Buffer | null;
}

/** The rules by which a county pays, and what it must know of the people it pays. */
@Injectable()
export class SubsidyRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly vault: Vault,
    private readonly procedures: Procedures,
  ) {}

  tariffs(actor: Actor): Promise<readonly Tariff[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) => readTariffs(tx, actor.jurisdictionId));
  }

  /**
   * Adds the next version. It ends the one before on the eve of its first day; a version never changes, since claims were
   * paid by it. @throws FieldErrors for terms that are none, or a first day not after the newest version's.
   */
  async addTariff(actor: Actor, input: TariffInput): Promise<Tariff> {
    const { title, paper, effective_from, ...terms } = input;
    const papers = this.procedures.of('mediation').documents.map((d) => d.code);
    const errors = mistakesIn(input, papers);
    if (errors.length) throw new FieldErrors(errors);
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const [newest] = await readTariffs(tx, actor.jurisdictionId);
      if (newest && effective_from <= newest.effective_from)
        throw new FieldErrors([
          {
            field: 'effective_from',
            value: effective_from,
            rule: `应晚于现行第${newest.version}版的生效日期${newest.effective_from}`,
          },
        ]);
      const tariff: Tariff = {
        id: uuidv7(),
        version: (newest?.version ?? 0) + 1,
        title: title.trim(),
        paper: paper ?? null,
        effective_from,
        terms,
      };
      const now = this.clock.now();
      await tx.execute(
        `insert into subsidy_tariff
           (jurisdiction_id, id, version, title, paper, effective_from, terms, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
        [
          actor.jurisdictionId,
          tariff.id,
          tariff.version,
          tariff.title,
          tariff.paper,
          effective_from,
          JSON.stringify(terms),
          actor.personId,
          now,
        ],
      );
      await leaveTrail(tx, actor, now, 'subsidy.tariff', tariff.id, { version: tariff.version });
      return tariff;
    });
  }

  /** Everybody about whom something is recorded, by name. */
  payees(actor: Actor): Promise<readonly Payee[]> {
    return this.database.inJurisdiction(actor.jurisdictionId, (tx) => readPayees(tx, actor.jurisdictionId, this.vault));
  }

  /** Records what is known of a payee; numbers left out stay as they are. @throws NotFound, FieldErrors */
  async recordPayee(actor: Actor, input: PayeeInput): Promise<Payee> {
    const { jurisdictionId } = actor;
    const { personId, payrollFrom = null, payrollTo = null } = input;
    if (payrollTo !== null && (payrollFrom === null || payrollTo < payrollFrom))
      throw new FieldErrors([{ field: 'payroll_to', value: payrollTo, rule: '应不早于财政供养的起始日期' }]);
    return this.database.inJurisdiction(jurisdictionId, async (tx) => {
      const [person] = await tx.query('select 1 from person where jurisdiction_id = $1 and id = $2', [
        jurisdictionId,
        personId,
      ]);
      if (!person) throw new NotFound('人员');
      const [known] = await rowsOf(tx, jurisdictionId, personId);
      const numbers = { ...(known ? opened(known, this.vault) : {}), ...given(input) };
      const key = this.vault.newKey();
      const now = this.clock.now();
      await tx.execute(
        `insert into subsidy_payee
           (jurisdiction_id, person_id, payroll_from, payroll_to, data_key, sealed, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (jurisdiction_id, person_id) do update set payroll_from = excluded.payroll_from,
           payroll_to = excluded.payroll_to, data_key = excluded.data_key, sealed = excluded.sealed,
           updated_at = excluded.updated_at`,
        [
          jurisdictionId,
          personId,
          payrollFrom,
          payrollTo,
          this.vault.sealKey(key),
          this.vault.seal(key, Buffer.from(JSON.stringify(numbers), 'utf8')),
          now,
        ],
      );
      await leaveTrail(tx, actor, now, 'subsidy.payee', personId);
      const [row] = await rowsOf(tx, jurisdictionId, personId);
      if (!row) throw new NotFound('人员');
      return payeeOf(row, this.vault);
    });
  }
}

export async function readPayees(tx: Tx, jurisdictionId: number, vault: Vault): Promise<Payee[]> {
  return (await rowsOf(tx, jurisdictionId, null)).map((row) => payeeOf(row, vault));
}

const rowsOf = (tx: Tx, jurisdictionId: number, personId: string | null): Promise<PayeeRow[]> =>
  tx.query<PayeeRow>(
    `select y.person_id, p.name, y.payroll_from, y.payroll_to, y.data_key, y.sealed
     from subsidy_payee y
     join person p on p.jurisdiction_id = y.jurisdiction_id and p.id = y.person_id
     where y.jurisdiction_id = $1 and ($2::uuid is null or y.person_id = $2) order by p.name, y.person_id`,
    [jurisdictionId, personId],
  );

interface Numbers {
  readonly idNumber?: string;
  readonly bankAccount?: string;
}
/** The numbers somebody entered; an empty one takes back what was known. */
const given = ({ idNumber, bankAccount }: PayeeInput): Numbers => ({
  ...(typeof idNumber === 'string' ? { idNumber: idNumber.trim() } : {}),
  ...(typeof bankAccount === 'string' ? { bankAccount: bankAccount.trim() } : {}),
});

function opened(row: PayeeRow, vault: Vault): Numbers {
  if (row.data_key === null || row.sealed === null) return {};
  const stored: unknown = JSON.parse(vault.unseal(vault.openKey(row.data_key), row.sealed).toString('utf8'));
  const text = (name: 'idNumber' | 'bankAccount'): string | undefined => {
    const found = typeof stored === 'object' && stored !== null ? new Map(Object.entries(stored)).get(name) : undefined;
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  const [idNumber, bankAccount] = [text('idNumber'), text('bankAccount')];
  return { ...(idNumber === undefined ? {} : { idNumber }), ...(bankAccount === undefined ? {} : { bankAccount }) };
}

function payeeOf(row: PayeeRow, vault: Vault): Payee {
  const { idNumber, bankAccount } = opened(row, vault);
  return {
    personId: row.person_id,
    name: row.name,
    payrollFrom: row.payroll_from,
    payrollTo: row.payroll_to,
    idNumber: idNumber === undefined ? null : maskedNumber(idNumber),
    bankAccount: bankAccount === undefined ? null : maskedNumber(bankAccount),
  };
}
