import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Descriptions, Drawer, Segmented, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { frozenCasesQuery } from '../../api/queries';
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
  transfer: '办理机构变更',
  definition: '口径变更',
  other: '其他',
};

/** A frozen figure: how it differs from the number counted now, and its cases as they stood. */
export function FrozenDifference(props: { figure: Frozen; onClose: () => void }) {
  const { figure } = props;
  return (
    <Drawer open width={920} title={`${figure.title}　第${figure.seq}号`} onClose={props.onClose}>
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
  const difference = useQuery({
    queryKey: ['frozen-figures', figure.id, 'difference'],
    queryFn: () => answerOf(api.GET('/api/v1/frozen-figures/{id}/difference', { params: { path: { id: figure.id } } })),
  });
  return (
    <Loaded of={difference}>
      {({ now, redefined, cases, total }) => (
        <div className="stack">
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
                  <strong>{figure.printed}</strong>
                </td>
                <td className="number">{figure.numerator}</td>
                <td className="number">{figure.denominator}</td>
              </tr>
              <tr>
                <th scope="row">现在重算</th>
                <td className="number">
                  <strong>{now === null ? '不再统计' : now.printed}</strong>
                </td>
                <td className="number">{now?.numerator}</td>
                <td className="number">{now?.denominator}</td>
              </tr>
            </tbody>
          </table>
          {redefined && <Alert type="warning" showIcon message="冻结以后这一指标的定义已经变更。" />}
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
              {c.number === null ? c.organisation : <Link to={`/cases/${c.id}`}>{c.number}</Link>}
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
  const cases = useInfiniteQuery(frozenCasesQuery(figure.id, part));
  return (
    <>
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
                        {row.number === null ? '登记簿' : <Link to={`/cases/${row.id}`}>{row.number}</Link>}
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
