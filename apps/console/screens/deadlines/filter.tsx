import { useQuery } from '@tanstack/react-query';
import { Checkbox, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { type DeadlinesFilter, overviewQuery, type Procedure, useToday } from '../../api/queries';
import { OrganisationPicker, PersonPicker } from '../../parts/pickers';
import { may, useMe } from '../../shell/session';

type Span = 'any' | 'day' | 'week' | 'month' | 'own';
const spans = [
  { value: 'any', label: '不限' },
  { value: 'day', label: '今天' },
  { value: 'week', label: '本周' },
  { value: 'month', label: '本月' },
] as const;

/** First and last day of the day, week (from Monday) or month in which `today` lies. */
function daysOf(span: Span, today: string): { due_from?: string; due_to?: string } {
  const day = dayjs(today);
  const monday = day.subtract((day.day() + 6) % 7, 'day');
  const ends: Partial<Record<Span, readonly [dayjs.Dayjs, dayjs.Dayjs]>> = {
    day: [day, day],
    week: [monday, monday.add(6, 'day')],
    month: [day.startOf('month'), day.endOf('month')],
  };
  const [from, to] = ends[span] ?? [];
  return { due_from: from?.format('YYYY-MM-DD'), due_to: to?.format('YYYY-MM-DD') };
}

/** Whose deadlines, of which kind and limit, falling due when. What is chosen stands in the address. */
export function DeadlineFilter(props: {
  filter: DeadlinesFilter;
  procedures: readonly Procedure[];
  onChange: (change: Record<string, string | undefined>) => void;
  children?: ReactNode;
}) {
  const { filter, onChange } = props;
  const me = useMe();
  const today = useToday();
  const limits = useQuery(overviewQuery({ by: 'limit', ...(filter.kind === undefined ? {} : { kind: filter.kind }) }));
  const spanNow = spans.find((s) => {
    const { due_from, due_to } = today === undefined ? {} : daysOf(s.value, today);
    return due_from === filter.due_from && due_to === filter.due_to;
  });
  return (
    <search className="desk-filter no-print">
      <Segmented<Span>
        aria-label="届满时间"
        options={[...spans, ...(spanNow === undefined ? [{ value: 'own' as const, label: spanWords(filter) }] : [])]}
        value={spanNow?.value ?? 'own'}
        onChange={(span) => today !== undefined && span !== 'own' && onChange(daysOf(span, today))}
      />
      <Select
        allowClear
        placeholder="全部类别"
        aria-label="类别"
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        options={props.procedures
          .filter((p) => may(me, `${p.kind}:read`))
          .map((p) => ({ value: p.kind, label: p.title }))}
        style={{ width: 140 }}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        placeholder="全部期限"
        aria-label="期限"
        value={filter.limit_id}
        onChange={(limit_id) => onChange({ limit_id })}
        options={(limits.data ?? []).map((l) => ({ value: l.key ?? '', label: l.title }))}
        popupMatchSelectWidth={false}
        style={{ width: 160 }}
      />
      <span className="wide">
        <OrganisationPicker
          allowClear
          placeholder="全部机构"
          value={filter.organisation_id}
          onChange={(organisation_id) => onChange({ organisation_id })}
        />
      </span>
      <span className="wide">
        <PersonPicker
          allowClear
          placeholder="全部承办人"
          value={filter.handler_id}
          onChange={(handler_id) => onChange({ handler_id, handler: undefined })}
        />
      </span>
      <Checkbox
        checked={filter.handler === 'me'}
        onChange={(e) => onChange({ handler: e.target.checked ? 'me' : undefined, handler_id: undefined })}
      >
        我承办的
      </Checkbox>
      {props.children}
    </search>
  );
}

const spanWords = ({ due_from, due_to }: DeadlinesFilter): string =>
  due_from === due_to ? (due_from ?? '') : `${due_from ?? ''}至${due_to ?? ''}`;
