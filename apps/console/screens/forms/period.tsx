import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { newestOpeningQuery, useToday } from '../../api/queries';
import { DayInput } from '../../parts/day-input';
import type { Period } from './queries';

/** The ways a year is told apart; `days` is from any day to any other. */
const kinds = { sofar: '累计', month: '月', quarter: '季度', half: '半年', days: '自定起止' } as const;
type Kind = keyof typeof kinds;
const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

interface Choice extends Period {
  readonly label: string;
}
const two = (n: number): string => String(n).padStart(2, '0');
const months = (year: number, first: number, last: number): Period => ({
  from: `${year}-${two(first)}-01`,
  cutoff: dayjs(`${year}-${two(last)}-01`)
    .endOf('month')
    .format('YYYY-MM-DD'),
});
const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;
const soFar: Readonly<Record<number, string>> = { 1: '1月', 3: '第一季度', 6: '上半年', 9: '前三季度', 12: '全年' };

function choices(kind: Kind, year: number): readonly Choice[] {
  const twelve = Array.from({ length: 12 }, (_, i) => i + 1);
  switch (kind) {
    case 'sofar':
      return twelve.map((m) => ({ label: soFar[m] ?? `1月至${m}月`, ...months(year, 1, m) }));
    case 'month':
      return twelve.map((m) => ({ label: `${m}月`, ...months(year, m, m) }));
    case 'quarter':
      return quarterNames.map((label, i) => ({ label, ...months(year, 3 * i + 1, 3 * i + 3) }));
    case 'half':
      return ['上半年', '下半年'].map((label, i) => ({ label, ...months(year, 6 * i + 1, 6 * i + 6) }));
    case 'days':
      return [];
  }
}
const yearIn = ({ cutoff }: Period): number => Number(cutoff.slice(0, 4));
const placeIn = (kind: Kind, period: Period): number =>
  choices(kind, yearIn(period)).findIndex((c) => c.from === period.from && c.cutoff === period.cutoff);
/** The first way of telling the year apart that knows these days. */
const kindOf = (period: Period): Kind =>
  (['sofar', 'month', 'quarter', 'half'] as const).find((kind) => placeIn(kind, period) >= 0) ?? 'days';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The period in the address; else the year up to the last quarter that has ended, or, where the jurisdiction has no
 * case in it, the newest whole year with cases. Undefined until that is known.
 */
export function usePeriod(): { period: Period | undefined; kind: Kind; go: (period: Period, kind?: Kind) => void } {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const go = ({ from, cutoff }: Period, kind?: Kind) =>
    setSearch({ from, cutoff, ...(kind === undefined ? {} : { kind }) }, { replace: true });
  const told = periodIn(search.get('from'), search.get('cutoff'));
  const ended = today === undefined ? undefined : lastEnded(today);
  const newest = useQuery({
    ...newestOpeningQuery(ended?.cutoff ?? ''),
    enabled: told === undefined && ended !== undefined,
  });
  const period = told ?? (newest.isPending ? undefined : withCases(ended, newest.data ?? null));
  const given = search.get('kind') ?? '';
  // January alone is the month and the year so far: the reader's word counts, where it fits the days.
  const fits = isKind(given) && period !== undefined && (given === 'days' || placeIn(given, period) >= 0);
  return { period, kind: fits ? given : period === undefined ? 'sofar' : kindOf(period), go };
}

function periodIn(from: string | null, cutoff: string | null): Period | undefined {
  return isDay(cutoff) ? { from: isDay(from) ? from : `${cutoff.slice(0, 4)}-01-01`, cutoff } : undefined;
}

/** The year up to the last quarter that has ended. */
function lastEnded(today: string): Period {
  const year = Number(today.slice(0, 4));
  return [3, 6, 9].map((m) => months(year, 1, m)).findLast((p) => p.cutoff < today) ?? months(year - 1, 1, 12);
}

const withCases = (ended: Period | undefined, newest: string | null): Period | undefined =>
  ended === undefined || newest === null || newest >= ended.from ? ended : months(Number(newest.slice(0, 4)), 1, 12);

/** 期间: how the year is told apart, which year, which part of it; or two days. */
export function PeriodPicker(props: { period: Period; kind: Kind; go: (period: Period, kind?: Kind) => void }) {
  const { period, kind, go } = props;
  const year = yearIn(period);
  const place = placeIn(kind, period);
  const turn = (to: Kind, of: number, at: number) => {
    const list = choices(to, of);
    const next = list[Math.min(Math.max(at, 0), list.length - 1)];
    go(next ?? period, to);
  };
  /** The part that ends where the present one does, or the last before it. */
  const change = (to: Kind) =>
    turn(
      to,
      year,
      choices(to, year).findLastIndex((c) => c.cutoff <= period.cutoff),
    );
  return (
    <>
      <Select<Kind>
        aria-label="期间类型"
        value={kind}
        options={Object.entries(kinds).flatMap(([value, label]) => (isKind(value) ? [{ value, label }] : []))}
        onChange={change}
        style={{ width: 110 }}
      />
      {kind === 'days' ? (
        <>
          <span className="labelled">
            <label htmlFor="forms-from">起始</label>
            <DayInput
              id="forms-from"
              required
              value={period.from}
              onChange={(from) => from !== null && go({ ...period, from }, kind)}
            />
          </span>
          <span className="labelled">
            <label htmlFor="forms-cutoff">截止</label>
            <DayInput
              id="forms-cutoff"
              required
              value={period.cutoff}
              onChange={(cutoff) => cutoff !== null && go({ ...period, cutoff }, kind)}
            />
          </span>
        </>
      ) : (
        <>
          <span className="labelled">
            <label htmlFor="forms-year">年度</label>
            <InputNumber<number>
              id="forms-year"
              min={1990}
              max={2100}
              precision={0}
              value={year}
              changeOnBlur
              onChange={(y) => y !== null && turn(kind, y, place)}
              style={{ width: 90 }}
            />
          </span>
          <Select
            aria-label="期间"
            value={place}
            options={choices(kind, year).map(({ label }, value) => ({ value, label }))}
            onChange={(at) => turn(kind, year, at)}
            style={{ width: 120 }}
          />
        </>
      )}
    </>
  );
}
