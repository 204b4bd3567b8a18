import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Drawer, Segmented, Select, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { frozenCasesQuery, frozenDifferenceQuery } from '../../api/queries';
import { More } from '../../parts/more';
import { Loaded, Nothing } from '../../parts/page';
import { momentOf } from '../../parts/words';
import type { Part } from './opened';

type Frozen = Schemas['FrozenFigureDto'];
type Changed = Schemas['ChangedCaseDto'];

const changes: Readonly<Record<Changed['change'], string>> = {
  added: '新计入',
  removed: '不再计入',
  changed: '仍计入，字段有变',
};
const causes: Readonly<Record<Changed['cause'], string>> = {
  late: '冻结后登记（补录）',
  correction: '更正',
  merger: '重复登记，并入他案',
  separation: '撤销并入',
  transfer: '办理机构变更',
  definition: '口径变更',
  other: '其他',
};

/** A frozen figure: how it differs from the number counted now, and its cases as they stood. */
export function FrozenDifference(props: { figure: Frozen; onClose: () => void }) {
  const { figure } = props;
  return (
    <Drawer
      open
      width={920}
      title={`${figure.title}${figure.split_title === null ? '' : `（按${figure.split_title}分项）`}　第${figure.seq}号`}
      onClose={props.onClose}
    >
      <Tabs
        items={[
          { key: 'difference', label: '与现在的差异', children: <Moved figure={figure} /> },
          { key: 'cases', label: '冻结时的案件', children: <FrozenCases figure={figure} /> },
          { key: 'proof', label: '定义和校验', children: <Proof figure={figure} /> },
        ]}
      />
    </Drawer>
  );
}

function Moved(props: { figure: Frozen }) {
  const { figure } = props;
  const difference = useQuery(frozenDifferenceQuery(figure.id));
  return (
    <Loaded of={difference}>
      {({ now, redefined, parts, cases, total }) => (
        <div className="stack">
          {redefined && <Redefined figure={figure} now={now} />}
          <table className="plain">
            <thead>
              <tr>
                <th />
                <th className="number">数值</th>
                <th className="number">分子</th>
                <th className="number">分母</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">冻结（{momentOf(figure.frozen_at)}）</th>
                <td className="number">
                  <strong>{figure.value === null ? figure.printed : `${figure.printed}${figure.unit}`}</strong>
                </td>
                <td className="number">{figure.numerator_printed}</td>
                <td className="number">{figure.denominator_printed}</td>
              </tr>
              <tr>
                <th scope="row">现在重算</th>
                <td className="number">
                  <strong>
                    {now === null ? '不再统计' : now.value === null ? now.printed : `${now.printed}${figure.unit}`}
                  </strong>
                </td>
                <td className="number">{now?.numerator_printed}</td>
                <td className="number">{now?.denominator_printed}</td>
              </tr>
            </tbody>
          </table>
          {parts.length > 0 && <Parts title={figure.split_title ?? ''} parts={parts} />}
          {total === 0 && !redefined && <Nothing>没有差异</Nothing>}
          {total > 0 && (
            <>
              <p className="quiet">
                有变动的案件{total}处{cases.length < total && `，以下列出${cases.length}处`}
              </p>
              <ChangedTable cases={cases} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

/** What a change of the definition means for the two numbers, and both definitions in words. */
function Redefined(props: { figure: Frozen; now: Schemas['CountedAnewDto'] | null }) {
  const { figure, now } = props;
  if (now === null)
    return (
      <Alert
        type="warning"
        showIcon
        message="现在已不再按这一口径统计"
        description="冻结以后，这一指标、口径或者分项已经取消，不能重算。冻结的数和案件清单照旧可查。"
      />
    );
  return (
    <Alert
      type="warning"
      showIcon
      message="冻结以后，这一指标的定义变了，两个数不能直接相比"
      description={
        <>
          <p className="none">
            数的变化可以完全出自定义。下表只列计入与否有变的案件；原因写“口径变更”的，案件记录本身没有变。
          </p>
          <dl className="definitions">
            <dt>冻结时（第{figure.definition}版）</dt>
            <dd>{defined(figure.numerator_words, figure.denominator_words)}</dd>
            <dt>现在（第{now.definition}版）</dt>
            <dd>{defined(now.numerator_words, now.denominator_words)}</dd>
          </dl>
        </>
      }
    />
  );
}
const defined = (numerator: string, denominator: string | null): string =>
  denominator === null ? numerator : `分子：${numerator}；分母：${denominator}`;

/** Each part as it was frozen and as it is now; those that differ are marked. */
function Parts(props: { title: string; parts: readonly Schemas['ChangedPartDto'][] }) {
  const { title, parts } = props;
  const rate = parts.some((p) => (p.frozen ?? p.now)?.denominator != null);
  const printed = (p: Schemas['PrintedPartDto'] | null) =>
    p === null ? '—' : rate ? `${p.printed}（${p.numerator}÷${p.denominator}）` : p.printed;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{title}</th>
          <th className="number">冻结时</th>
          <th className="number">现在</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((p) => {
          const [then, now] = [printed(p.frozen), printed(p.now)];
          return (
            <tr key={p.key ?? ''}>
              <th scope="row">{p.label}</th>
              <td className="number">{then}</td>
              <td className="number">{then === now ? now : <mark>{now}</mark>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ChangedTable(props: { cases: readonly Changed[] }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>案件</th>
          <th>变动</th>
          <th>原因</th>
          <th>冻结时</th>
          <th>现在</th>
        </tr>
      </thead>
      <tbody>
        {props.cases.map((c) => (
          <tr key={`${c.part} ${c.id} ${c.change}`}>
            <td>
              {c.number === null || c.restricted ? (
                (c.number ?? c.organisation)
              ) : (
                <Link to={`/cases/${c.id}`}>{c.number}</Link>
              )}
              <small className="under">
                {c.part === 'numerator' ? '分子' : '分母'}
                {c.number !== null && ` · ${c.organisation}`}
              </small>
            </td>
            <td className="nowrap">{changes[c.change]}</td>
            <td className="nowrap">
              <Tag color={c.cause === 'correction' ? 'orange' : c.cause === 'late' ? 'blue' : undefined}>
                {causes[c.cause]}
              </Tag>
              {c.recorded_at !== null && <small className="under">{momentOf(c.recorded_at)}登记</small>}
            </td>
            <td>
              <Facts facts={c.before} others={c.after} />
            </td>
            <td>
              <Facts facts={c.after} others={c.before} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The facts, those that are otherwise on the other side marked. */
function Facts(props: { facts: readonly Schemas['FactDto'][]; others: readonly Schemas['FactDto'][] }) {
  if (props.facts.length === 0) return <span className="quiet">没有登记</span>;
  const other = new Map(props.others.map((f) => [f.name, f.text]));
  return props.facts.map((f) => (
    <span key={f.name} className="fact">
      {f.label}：{other.get(f.name) === f.text ? f.text : <mark>{f.text}</mark>}
    </span>
  ));
}

function FrozenCases(props: { figure: Frozen }) {
  const { figure } = props;
  const [part, setPart] = useState<Part>('numerator');
  const [key, setKey] = useState<string>();
  const cases = useInfiniteQuery(frozenCasesQuery(figure.id, part, key));
  const difference = useQuery({ ...frozenDifferenceQuery(figure.id), enabled: figure.split_by !== null });
  const parts = difference.data?.parts.filter((p) => p.frozen !== null) ?? [];
  return (
    <>
      {parts.length > 0 && (
        <span className="labelled">
          <label htmlFor="frozen-part">{figure.split_title}</label>
          <Select
            id="frozen-part"
            allowClear
            placeholder="全部"
            value={key}
            options={parts.map((p) => ({ value: p.key ?? '', label: `${p.label} ${p.frozen?.printed ?? ''}` }))}
            onChange={setKey}
            style={{ minWidth: 200 }}
          />
        </span>
      )}
      {figure.denominator_cases !== null && (
        <Segmented<Part>
          value={part}
          options={[
            { value: 'numerator', label: `分子 ${figure.numerator_cases}` },
            { value: 'denominator', label: `分母 ${figure.denominator_cases}` },
          ]}
          onChange={setPart}
        />
      )}
      <Loaded of={cases}>
        {(data) => {
          const rows = data.pages.flatMap((p) => p.items);
          if (rows.length === 0) return <Nothing>这个数里没有您可以看的案件</Nothing>;
          return (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th>案号</th>
                    <th>办理机构</th>
                    <th>冻结时的统计依据</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <td className="nowrap">
                        {row.restricted ? (
                          row.register_number
                        ) : row.number === null ? (
                          '登记簿'
                        ) : (
                          <Link to={`/cases/${row.id}`}>{row.number}</Link>
                        )}
                      </td>
                      <td>{row.organisation}</td>
                      <td>
                        {row.facts.map((f) => (
                          <span key={f.name} className="fact">
                            {f.label}：{f.text}
                          </span>
                        ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More of={cases} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Proof(props: { figure: Frozen }) {
  const { figure } = props;
  const rows = [
    ['指标', `${figure.metric} / ${figure.variant}（定义第${figure.definition}版）`],
    ['口径', figure.reading],
    ...(figure.split_title === null ? [] : [['分项', `按${figure.split_title}`] as const]),
    ['分子', figure.numerator_words],
    ['分母', figure.denominator_words ?? '—'],
    ['统计期', `${figure.period_from}至${figure.period_to}`],
    ['冻结', `${momentOf(figure.frozen_at)}　${figure.frozen_by ?? '命令冻结'}`],
    ['校验值', figure.hash],
  ] as const;
  return (
    <Descriptions
      column={1}
      bordered
      size="small"
      items={rows.map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
