import { ApartmentOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, InputNumber, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  type Figure,
  type FiguresAsked,
  figuresQuery,
  proceduresQuery,
  useEndedYear,
  useToday,
} from '../../api/queries';
import { DayInput } from '../../parts/day-input';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { queryOf } from '../../parts/words';
import { may, useMe } from '../../shell/session';
import { BrokenDown } from './broken-down';
import { CountedCases } from './counted-cases';
import { FreezeButton } from './freeze-button';
import { changed, type Opened, type Part, printed } from './opened';

/** 年度数据: the year's figures as the report prints them; every number opens the cases it counts. */
export function Figures() {
  const me = useMe();
  const today = useToday();
  const ended = useEndedYear(today);
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [apart, setApart] = useState<Figure | null>(null);
  const told = yearIn(search.get('year'));
  if (today === undefined || (told === undefined && ended === undefined)) return <Loading />;
  const year = told ?? ended ?? Number(today.slice(0, 4));
  const from = search.get('from');
  const cutoff = search.get('cutoff');
  const asked: FiguresAsked = {
    year,
    ...(from?.startsWith(`${year}-`) ? { from } : {}),
    ...(cutoff?.startsWith(`${year}-`) ? { cutoff } : {}),
    ...(search.get('compared') === 'true' ? { compared: true } : {}),
    ...(search.get('all') === 'true' ? { all_variants: true } : {}),
  };
  const go = (change: Record<string, string | null>) =>
    setSearch(queryOf({ ...Object.fromEntries(search), ...change }), { replace: true });
  return (
    <Page
      title={`${year}年度数据`}
      extra={
        <>
          <span className="labelled no-print">
            <label htmlFor="figures-year">年度</label>
            <InputNumber<number>
              id="figures-year"
              min={1990}
              max={2100}
              precision={0}
              value={year}
              changeOnBlur
              onChange={(y) => go({ year: y === null ? null : String(y), from: null, cutoff: null })}
              style={{ width: 90 }}
            />
          </span>
          <span className="labelled no-print">
            <label htmlFor="figures-from">起始</label>
            <DayInput id="figures-from" value={asked.from ?? null} onChange={(day) => go({ from: day })} />
          </span>
          <span className="labelled no-print">
            <label htmlFor="figures-cutoff">截止</label>
            <DayInput id="figures-cutoff" value={asked.cutoff ?? null} onChange={(day) => go({ cutoff: day })} />
          </span>
          <Checkbox
            className="no-print"
            checked={asked.all_variants === true}
            onChange={(e) => go({ all: e.target.checked ? 'true' : null })}
          >
            列出全部口径
          </Checkbox>
          <Checkbox
            className="no-print"
            checked={asked.compared === true}
            onChange={(e) => go({ compared: e.target.checked ? 'true' : null })}
          >
            比上年同期
          </Checkbox>
          <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
          {may(me, 'figures:freeze') && <FreezeButton period={{ year, from: asked.from, cutoff: asked.cutoff }} />}
        </>
      }
    >
      <p className="quiet">
        {me.jurisdiction.name}　{spoken(asked.from ?? `${year}-01-01`)}至{spoken(asked.cutoff ?? `${year}-12-31`)}
        {'　'}按您岗位所及的案件统计
      </p>
      <FigureTables asked={asked} onOpen={setOpened} onTellApart={setApart} />
      {apart !== null && <BrokenDown asked={asked} figure={apart} onOpen={setOpened} onClose={() => setApart(null)} />}
      {opened !== null && <CountedCases asked={asked} opened={opened} onTurn={setOpened} />}
    </Page>
  );
}

const yearIn = (text: string | null): number | undefined => {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : undefined;
};
const spoken = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

interface Openings {
  readonly onOpen: (opened: Opened) => void;
  readonly onTellApart: (figure: Figure) => void;
}

function FigureTables(props: { asked: FiguresAsked } & Openings) {
  const figures = useQuery(figuresQuery(props.asked));
  const procedures = useQuery(proceduresQuery);
  return (
    <Loaded of={figures}>
      {(rows) => {
        if (rows.length === 0)
          return (
            <Card>
              <Nothing>您的岗位没有可以统计的案件</Nothing>
            </Card>
          );
        const kinds = [...new Set(rows.map((f) => f.kind))];
        return (
          <div className="stack">
            {kinds.map((kind) => (
              <Card
                key={kind}
                size="small"
                title={procedures.data?.find((p) => p.kind === kind)?.title ?? '案件'}
                styles={{ body: { padding: 0 } }}
              >
                <FigureTable
                  figures={rows.filter((f) => f.kind === kind)}
                  compared={props.asked.compared === true}
                  onOpen={props.onOpen}
                  onTellApart={props.onTellApart}
                />
              </Card>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

function FigureTable(props: { figures: readonly Figure[]; compared: boolean } & Openings) {
  return (
    <table className={props.compared ? 'plain figures compared' : 'plain figures'}>
      <thead>
        <tr>
          <th>指标</th>
          <th className="number">数值</th>
          <th className="number">分子</th>
          <th className="number">分母</th>
          {props.compared && (
            <>
              <th className="number">上年同期</th>
              <th className="number">同比</th>
            </>
          )}
          <th>口径</th>
          <th className="no-print" aria-label="分解" />
        </tr>
      </thead>
      <tbody>
        {props.figures.map((figure) => (
          <tr key={`${figure.metric} ${figure.variant}`}>
            <th scope="row">
              {figure.title}
              {figure.note !== null && <Tag color="gold">{figure.note}</Tag>}
            </th>
            <td className="number">
              <Opens figure={figure} part="numerator" onOpen={props.onOpen}>
                <strong>{printed(figure)}</strong>
              </Opens>
            </td>
            <td className="number">
              {figure.denominator !== null && (
                <Opens figure={figure} part="numerator" onOpen={props.onOpen}>
                  {divided(figure)}
                </Opens>
              )}
            </td>
            <td className="number">
              {figure.denominator !== null && (
                <Opens figure={figure} part="denominator" onOpen={props.onOpen}>
                  {figure.denominator}
                </Opens>
              )}
            </td>
            {props.compared && (
              <>
                <td className="number">{before(figure)}</td>
                <td className="number">{changed(figure.yearBefore?.change ?? null)}</td>
              </>
            )}
            <td>
              {figure.reading}
              <small className="under">
                {figure.metric}
                {figure.variant !== 'default' && ` · ${figure.variant}`} · 定义第{figure.definition}版
              </small>
            </td>
            <td className="no-print">
              <Button
                size="small"
                type="text"
                icon={<ApartmentOutlined />}
                aria-label={`${figure.title}（${figure.reading}），分解`}
                onClick={() => props.onTellApart(figure)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 上年同期 with its unit; nothing to divide by stays a dash. */
const before = ({ yearBefore, unit }: Figure): string =>
  yearBefore === undefined ? '' : yearBefore.value === null ? yearBefore.printed : `${yearBefore.printed}${unit}`;

/** An average divides the days of the cases, anything else their number. */
const divided = (figure: Figure): string => (figure.unit === '天' ? `${figure.summed}天` : String(figure.numerator));

function Opens(props: { figure: Figure; part: Part; onOpen: (opened: Opened) => void; children: ReactNode }) {
  const { figure, part } = props;
  return (
    <button
      type="button"
      className="opens"
      aria-label={`${figure.title}：${part === 'numerator' ? printed(figure) : `分母${figure.denominator}`}，看案件`}
      onClick={() => props.onOpen({ figure, part })}
    >
      {props.children}
    </button>
  );
}
