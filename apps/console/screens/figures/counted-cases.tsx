import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Drawer, Segmented, Tag } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { countedCasesQuery, type FiguresAsked, proceduresQuery } from '../../api/queries';
import { More } from '../../parts/more';
import { Loaded, Nothing } from '../../parts/page';
import { caseName } from '../../parts/words';
import { type Opened, type Part, printed } from './opened';

/** The cases behind one number, each with the facts the definition looked at. */
export function CountedCases(props: { asked: FiguresAsked; opened: Opened; onTurn: (opened: Opened | null) => void }) {
  const { figure, part, of } = props.opened;
  const { year, from, cutoff } = props.asked;
  const cases = useInfiniteQuery(
    countedCasesQuery(figure.metric, {
      year,
      from,
      cutoff,
      variant: figure.variant,
      part,
      by: of?.by,
      key: of?.key,
      limit: 50,
    }),
  );
  const procedures = useQuery(proceduresQuery);
  const count = part === 'numerator' ? figure.numerator : figure.denominator;
  return (
    <Drawer open width={860} title={`${figure.title}　${printed(figure)}`} onClose={() => props.onTurn(null)}>
      <p className="figure-reading">
        {figure.reading}　{of !== undefined && <Tag>{of.label}</Tag>}
        {figure.note !== null && <Tag color="gold">{figure.note}</Tag>}
      </p>
      {figure.denominator !== null && of === undefined && (
        <Segmented<Part>
          value={part}
          options={[
            { value: 'numerator', label: `分子 ${figure.numerator}` },
            { value: 'denominator', label: `分母 ${figure.denominator}` },
          ]}
          onChange={(next) => props.onTurn({ figure, part: next })}
        />
      )}
      <Loaded of={cases}>
        {(data) => {
          const rows = data.pages.flatMap((p) => p.items);
          const kind = data.pages[0]?.kind;
          const entries = data.pages[0]?.counts === 'entries';
          const states = procedures.data?.find((p) => p.kind === kind)?.states ?? {};
          if (rows.length === 0) return <Nothing>这个数里没有案件</Nothing>;
          return (
            <>
              {of === undefined && (
                <p className="quiet">
                  共{count}
                  {entries ? '条登记' : '件不同的案件'}
                </p>
              )}
              <CaseTable rows={rows} states={states} entries={entries} />
              <More of={cases} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </Drawer>
  );
}

function CaseTable(props: {
  rows: readonly Schemas['CountedCaseDto'][];
  states: Readonly<Record<string, string>>;
  /** Rows of a register: there is no case to open. */
  entries: boolean;
}) {
  const { entries } = props;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{entries ? '名称' : '案号'}</th>
          {!entries && <th>状态</th>}
          <th>{entries ? '登记单位' : '办理机构'}</th>
          <th>统计依据</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td className="nowrap">
              {entries || row.restricted ? caseName(row) : <Link to={`/cases/${row.id}`}>{caseName(row)}</Link>}
            </td>
            {!entries && <td className="nowrap">{props.states[row.state] ?? row.state}</td>}
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
  );
}
