import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Input, Segmented, Table, type TableProps, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { type Entry, entriesQuery, type Register, registersQuery, useToday } from '../../api/queries';
import { DayInput } from '../../parts/day-input';
import { More } from '../../parts/more';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { queryOf } from '../../parts/words';
import { NotFound } from '../../shell/astray';
import { EntryDrawer } from './entry-drawer';
import { TurnDrawer } from './turn-drawer';

/** What is done about an entry in a drawer; `enter` has no entry yet. */
type Task = { readonly what: 'enter' } | { readonly what: 'amend' | 'turn'; readonly id: string };

/** 登记簿: one register at a time, those of its group beside it; the filters stand in the address. */
export function Registers() {
  const { register: name = '' } = useParams();
  const registers = useQuery(registersQuery);
  const today = useToday();
  const navigate = useNavigate();
  return (
    <Loaded of={registers}>
      {(all) => {
        const register = all.find((r) => r.name === name);
        if (register === undefined) return <NotFound />;
        if (today === undefined) return <Loading />;
        return (
          <>
            <Segmented
              className="no-print books"
              aria-label="登记簿"
              value={name}
              options={all.filter((r) => r.group === register.group).map((r) => ({ value: r.name, label: r.title }))}
              onChange={(next) => void navigate(`/registers/${next}`)}
            />
            <Book key={name} register={register} today={today} />
          </>
        );
      }}
    </Loaded>
  );
}

function Book(props: { register: Register; today: string }) {
  const { register, today } = props;
  const [search, setSearch] = useSearchParams();
  const [task, setTask] = useState<Task | null>(null);
  const from = search.get('from') ?? undefined;
  const to = search.get('to') ?? undefined;
  const q = search.get('q') ?? undefined;
  const standing = search.get('on') === 'today';
  const entries = useInfiniteQuery(entriesQuery(register.name, { from, to, q, ...(standing ? { on: today } : {}) }));
  const go = (change: Record<string, string | null>) =>
    setSearch(queryOf({ ...Object.fromEntries(search), ...change }), { replace: true });
  const close = () => setTask(null);
  return (
    <Page
      title={register.title}
      extra={
        register.keeps && (
          <Button type="primary" onClick={() => setTask({ what: 'enter' })}>
            登记
          </Button>
        )
      }
    >
      <Card className="no-print filter-card">
        <div className="filters labelled">
          <Input.Search
            allowClear
            defaultValue={q}
            placeholder="名称"
            aria-label="查找名称"
            maxLength={50}
            style={{ width: 190 }}
            onSearch={(text) => go({ q: text.trim() })}
          />
          <span>{register.since_label}</span>
          <span className="range-day">
            <DayInput label={`${register.since_label}自`} value={from} onChange={(day) => go({ from: day })} />
          </span>
          <span>至</span>
          <span className="range-day">
            <DayInput label={`${register.since_label}至`} value={to} onChange={(day) => go({ to: day })} />
          </span>
          {register.until_label === null ? (
            <Button onClick={() => go({ from: today, to: today })}>今日清单</Button>
          ) : (
            <Checkbox checked={standing} onChange={(e) => go({ on: e.target.checked ? 'today' : null })}>
              只看现在有效的
            </Checkbox>
          )}
        </div>
      </Card>
      <Card styles={{ body: { padding: 0 } }}>
        <Loaded of={entries}>
          {(data) => {
            const rows = data.pages.flatMap((p) => p.items);
            if (rows.length === 0) return <Nothing>没有符合条件的登记</Nothing>;
            return (
              <>
                <Table<Entry>
                  rowKey="id"
                  size="middle"
                  columns={columnsOf(register, setTask)}
                  dataSource={rows}
                  pagination={false}
                  scroll={{ x: 900 }}
                />
                <More of={entries} shown={rows.length} />
              </>
            );
          }}
        </Loaded>
      </Card>
      <p className="cite">依据：{register.cite}</p>
      {task?.what === 'enter' && <EntryDrawer register={register} id={null} today={today} onClose={close} />}
      {task?.what === 'amend' && <EntryDrawer register={register} id={task.id} today={today} onClose={close} />}
      {task?.what === 'turn' && <TurnDrawer register={register} id={task.id} today={today} onClose={close} />}
    </Page>
  );
}

function columnsOf(register: Register, onTask: (task: Task) => void): NonNullable<TableProps<Entry>['columns']> {
  return [
    {
      title: '名称',
      key: 'name',
      width: 200,
      render: (_, e) => (
        <>
          {e.name} {!e.in_force && <Tag>已终止</Tag>}
          <small className="under">{e.organisation.name}</small>
        </>
      ),
    },
    { title: register.since_label, dataIndex: 'since', width: 112 },
    ...(register.until_label === null ? [] : [{ title: register.until_label, dataIndex: 'until', width: 112 }]),
    {
      title: '内容',
      key: 'cells',
      render: (_, e) =>
        e.cells
          .filter((c) => c.text !== e.name && c.value !== e.since && c.value !== e.until)
          .map((c) => (
            <span key={c.name} className="fact">
              {c.label}：{c.text}
            </span>
          )),
    },
    {
      title: '办理',
      key: 'do',
      width: 190,
      className: 'no-print',
      render: (_, e) => (
        <>
          {register.keeps && (
            <Button type="link" size="small" onClick={() => onTask({ what: 'amend', id: e.id })}>
              查看、更正
            </Button>
          )}
          {e.case_id !== null && <Link to={`/cases/${e.case_id}`}>案件</Link>}
          {register.keeps && register.turns && e.case_id === null && (
            <Button type="link" size="small" onClick={() => onTask({ what: 'turn', id: e.id })}>
              转为案件
            </Button>
          )}
        </>
      ),
    },
  ];
}
