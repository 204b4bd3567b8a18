import { FieldErrors, leaveTrail, NotFound } from '@anjuan/casework';
import type { Actor } from '@anjuan/identity';
import { type Day, isDay } from '@anjuan/law';
import { Clock, Database, shanghaiDay, type Tx, uuidv7 } from '@anjuan/platform';
import { catalogue } from '@anjuan/statistics';
import { Injectable } from '@nestjs/common';
import { decimalOf } from './compose/numbers';
import type { Quoted } from './compose/quoted';

/** Indicators that reports print and no case yields; an office may declare others under codes of its own. */
export const knownIndicators: readonly { readonly code: string; readonly title: string; readonly unit: string }[] = [
  { code: 'reform-coordination-meetings', title: '复议体制改革专题协调会', unit: '次' },
  { code: 'mediator-funds-raised', title: '筹集人民调解员资金', unit: '万元' },
  { code: 'dispute-resolution-success-rate', title: '社会治理中心矛盾纠纷化解成功率', unit: '%' },
  { code: 'incidents-handled', title: '分层分类处置事件', unit: '万起' },
  { code: 'mediation-litigation-ratio-rank', title: '调诉比名次', unit: '名' },
  { code: 'dispatch-within-days', title: '平台案件分派时限', unit: '个工作日' },
  { code: 'administrative-mediation-accepted', title: '行政调解受理', unit: '件' },
  { code: 'administrative-mediation-succeeded', title: '行政调解成功', unit: '件' },
  { code: 'nonlitigation-enforcement-received', title: '非诉执行新收', unit: '件' },
  { code: 'nonlitigation-enforcement-concluded', title: '非诉执行审结', unit: '件' },
  { code: 'mediation-success-target', title: '调解成功率考核指标', unit: '%' },
  { code: 'public-legal-service-stations', title: '公共法律服务站室', unit: '个' },
  { code: 'law-livestreams', title: '普法直播', unit: '场' },
  { code: 'law-leaflets', title: '发放宣传资料', unit: '份' },
  { code: 'legal-reviews', title: '合法性审查', unit: '件' },
];

export interface NewDeclaration {
  readonly code: string;
  readonly title: string;
  /** May begin with 万 or 亿 where the value is in them. */
  readonly unit: string;
  /** Decimal digits as they are printed. */
  readonly value: string;
  readonly approximate?: '余' | '以上' | null;
  readonly year: number;
  /** Last day the value covers; 31 December when absent. */
  readonly counted_to?: Day;
  /** Name of the paper or file the value stands in. */
  readonly source_file: string;
}
export interface Declaration extends Required<NewDeclaration> {
  readonly id: string;
  readonly declared_by: string;
  readonly declared_on: Day;
  readonly decision: 'approved' | 'refused' | null;
  readonly remark: string | null;
  readonly decided_by: string | null;
  readonly decided_on: Day | null;
}

interface DeclarationRow extends Omit<Declaration, 'declared_on' | 'decided_on'> {
  readonly [column: string]: unknown;
  readonly declared_at: Date;
  readonly decided_at: Date | null;
}

/** 申报指标. One declares with the paper's name, another approves; only approved values are printed. */
@Injectable()
export class DeclaredIndicators {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** All of a year, or of every year, newest first. */
  list(jurisdictionId: number, year?: number): Promise<Declaration[]> {
    return this.database.inJurisdiction(jurisdictionId, (tx) => read(tx, jurisdictionId, year));
  }

  /** @throws FieldErrors naming every mistake; a code of the catalogue is refused, since cases yield that figure. */
  declare(actor: Actor, d: NewDeclaration): Promise<Declaration> {
    const countedTo = d.counted_to ?? `${d.year}-12-31`;
    const errors = [
      ...mistake(/^[a-z][a-z0-9-]{2,60}$/.test(d.code), 'code', d.code, '编号应为小写字母、数字和连字符，3至61个字符'),
      ...mistake(
        catalogue.every((m) => m.id !== d.code),
        'code',
        d.code,
        '这项指标由案件记录统计，不能申报',
      ),
      ...mistake(/^\d{1,15}(\.\d{1,6})?$/.test(d.value), 'value', d.value, '应为数字，最多六位小数'),
      ...mistake(
        isDay(countedTo) && countedTo.startsWith(`${d.year}-`),
        'counted_to',
        countedTo,
        '截止日应为该年度内的日期',
      ),
      ...mistake(actor.personId !== null, 'declared_by', null, '申报须由本人登录办理'),
    ];
    if (errors.length > 0 || actor.personId === null) throw new FieldErrors(errors);
    const id = uuidv7();
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      await tx.execute(
        `insert into declared_indicator (jurisdiction_id, id, code, title, unit, value, approximate, year, counted_to,
           source_file, declared_by, declared_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          actor.jurisdictionId,
          id,
          d.code,
          d.title,
          d.unit,
          d.value,
          d.approximate ?? null,
          d.year,
          countedTo,
          d.source_file,
          actor.personId,
          this.clock.now(),
        ],
      );
      await leaveTrail(tx, actor, this.clock.now(), 'report.declare', id, { code: d.code, year: d.year });
      return one(tx, actor.jurisdictionId, id);
    });
  }

  /** @throws NotFound, FieldErrors where it is decided already, the declarer decides, or a refusal has no remark. */
  decide(actor: Actor, id: string, decision: 'approved' | 'refused', remark: string | null): Promise<Declaration> {
    return this.database.inJurisdiction(actor.jurisdictionId, async (tx) => {
      const [row] = await tx.query<{ declared_by: string; decision: string | null }>(
        'select declared_by, decision from declared_indicator where jurisdiction_id = $1 and id = $2 for update',
        [actor.jurisdictionId, id],
      );
      if (row === undefined) throw new NotFound('申报');
      const errors = [
        ...mistake(row.decision === null, 'decision', row.decision, '已经核定，不能再次核定'),
        ...mistake(
          actor.personId !== null && actor.personId !== row.declared_by,
          'decided_by',
          actor.name,
          '申报人与核定人应为不同的人',
        ),
        ...mistake(decision === 'approved' || (remark ?? '').trim() !== '', 'remark', remark, '退回应写明理由'),
      ];
      if (errors.length > 0) throw new FieldErrors(errors);
      await tx.execute(
        `update declared_indicator set decision = $3, remark = $4, decided_by = $5, decided_at = $6
         where jurisdiction_id = $1 and id = $2`,
        [actor.jurisdictionId, id, decision, remark, actor.personId, this.clock.now()],
      );
      await leaveTrail(tx, actor, this.clock.now(), `report.${decision}`, id);
      return one(tx, actor.jurisdictionId, id);
    });
  }
}

const mistake = (fine: boolean, field: string, value: unknown, rule: string) => (fine ? [] : [{ field, value, rule }]);

async function one(tx: Tx, jurisdictionId: number, id: string): Promise<Declaration> {
  const [found] = (await read(tx, jurisdictionId)).filter((d) => d.id === id);
  if (found === undefined) throw new NotFound('申报');
  return found;
}

async function read(tx: Tx, jurisdictionId: number, year?: number): Promise<Declaration[]> {
  const rows = await tx.query<DeclarationRow>(
    `select d.id, d.code, d.title, d.unit, d.value, d.approximate, d.year, d.counted_to, d.source_file, p.name as declared_by,
       d.declared_at, d.decision, d.remark, q.name as decided_by, d.decided_at
     from declared_indicator d
     join person p on p.jurisdiction_id = d.jurisdiction_id and p.id = d.declared_by
     left join person q on q.jurisdiction_id = d.jurisdiction_id and q.id = d.decided_by
     where d.jurisdiction_id = $1 and ($2::int is null or d.year = $2) order by d.year desc, d.declared_at desc, d.id desc`,
    [jurisdictionId, year ?? null],
  );
  return rows.map(({ declared_at, decided_at, ...d }) => ({
    id: d.id,
    code: d.code,
    title: d.title,
    unit: d.unit,
    value: d.value,
    approximate: d.approximate,
    year: d.year,
    counted_to: d.counted_to,
    source_file: d.source_file,
    declared_by: d.declared_by,
    declared_on: shanghaiDay(declared_at),
    decision: d.decision,
    remark: d.remark,
    decided_by: d.decided_by,
    decided_on: decided_at && shanghaiDay(decided_at),
  }));
}

/** The approved value that covers a year up to a day, as a figure; the newest where several do. Null: none. */
export function declaredFigure(list: readonly Declaration[], code: string, year: number, cutoff: Day): Quoted | null {
  const fitting = list.filter((d) => d.code === code && d.year === year && d.decision === 'approved');
  // A value of the whole year answers for any day of it only where nothing was declared up to that day.
  const found = fitting.find((d) => d.counted_to === cutoff) ?? fitting[0];
  if (found === undefined) return null;
  const decimal = decimalOf(found.value);
  return {
    metric: found.code,
    variant: 'declared',
    title: found.title,
    reading: '申报指标，不由案件记录统计',
    unit: found.unit,
    value: decimal && Number(decimal.digits) / 10 ** decimal.places,
    printed: found.value,
    approximate: found.approximate,
    note: null,
    year,
    cutoff: found.counted_to,
    numerator: null,
    denominator: null,
    source: {
      kind: 'declared',
      id: found.id,
      file: found.source_file,
      declaredBy: found.declared_by,
      approvedBy: found.decided_by ?? '',
    },
  };
}
