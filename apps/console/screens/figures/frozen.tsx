import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Checkbox, Input, InputNumber, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { Loaded, Nothing, Page } from '../../parts/page';
import { momentOf, queryOf } from '../../parts/words';
import { may, useMe } from '../../shell/session';
import { FrozenDifference } from './frozen-difference';

type Frozen = Schemas['FrozenFigureDto'];

/** 冻结数据: the numbers as they were published, each with its cases, and how the live number differs from it. */
export function FrozenFigures() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [chosen, setOpened] = useState<Frozen | null>(null);
  const given = Number(search.get('year'));
  const year = Number.isInteger(given) && given >= 1990 && given <= 2100 ? given : null;
  const history = search.get('history') === 'true';
  const word = search.get('word') ?? '';
  const figures = useQuery({
    queryKey: ['frozen-figures', history],
    queryFn: () => answerOf(api.GET('/api/v1/frozen-figures', { params: { query: history ? { history: true } : {} } })),
  });
  const go = (change: Record<string, string | null>) =>
    setSearch(queryOf({ ...Object.fromEntries(search), ...change }), { replace: true });
  // Another screen may send here for one figure.
  const opened = chosen ?? figures.data?.find(({ id }) => id === search.get('open')) ?? null;
  const close = () => {
    setOpened(null);
    go({ open: null });
  };
  const wanted = (f: Frozen) =>
    (year === null || f.period_to.startsWith(`${year}-`)) && (word === '' || `${f.title}${f.metric}`.includes(word));
  return (
    <Page
      title="冻结数据"
      extra={
        <>
          <span className="labelled no-print">
            <label htmlFor="frozen-year">年度</label>
            <InputNumber<number>
              id="frozen-year"
              min={1990}
              max={2100}
              precision={0}
              value={year}
              changeOnBlur
              placeholder="全部"
              onChange={(y) => go({ year: y === null ? null : String(y) })}
              style={{ width: 90 }}
            />
          </span>
          <span className="labelled no-print">
            <label htmlFor="frozen-word">指标</label>
            <Input
              id="frozen-word"
              allowClear
              value={word}
              onChange={(e) => go({ word: e.target.value })}
              style={{ width: 160 }}
            />
          </span>
          <Checkbox
            className="no-print"
            checked={history}
            onChange={(e) => go({ history: e.target.checked ? 'true' : null })}
          >
            也列出已被取代的
          </Checkbox>
          <Link className="no-print" to={year === null ? '/figures' : `/figures?year=${year}`}>
            年度数据
          </Link>
        </>
      }
    >
      <div className="stack">
        {may(me, 'figures:freeze') && <Verify />}
        <Card size="small" styles={{ body: { padding: 0 } }}>
          <Loaded of={figures}>
            {(rows) => {
              const shown = rows.filter(wanted);
              if (shown.length === 0)
                return (
                  <Nothing>
                    {rows.length === 0
                      ? '还没有冻结的数据，在“年度数据”“统计报表”“年报编写”里冻结'
                      : '没有符合条件的数据'}
                  </Nothing>
                );
              return <FrozenTable rows={shown} onOpen={setOpened} />;
            }}
          </Loaded>
        </Card>
      </div>
      {opened !== null && <FrozenDifference key={opened.id} figure={opened} onClose={close} />}
    </Page>
  );
}

function FrozenTable(props: { rows: readonly Frozen[]; onOpen: (figure: Frozen) => void }) {
  return (
    <table className="plain figures">
      <thead>
        <tr>
          <th>指标</th>
          <th className="number">数值</th>
          <th>统计期</th>
          <th>口径</th>
          <th>冻结</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((f) => (
          <tr key={f.id}>
            <th scope="row">
              {f.title} {f.split_title !== null && <Tag color="blue">按{f.split_title}分项</Tag>}
              {f.superseded && <Tag>已被取代</Tag>}
              {f.note !== null && <Tag color="gold">{f.note}</Tag>}
            </th>
            <td className="number">
              <button
                type="button"
                className="opens"
                aria-label={`${f.title}${f.split_title === null ? '' : `（按${f.split_title}分项）`}：${printedFrozen(f)}，看差异和案件`}
                onClick={() => props.onOpen(f)}
              >
                <strong>{printedFrozen(f)}</strong>
              </button>
            </td>
            <td className="nowrap">
              {f.period_from}至{f.period_to}
              {f.known_on !== null && <small className="under">按{f.known_on}的记录</small>}
            </td>
            <td>
              {f.reading}
              <small className="under">
                {f.metric}
                {f.variant !== 'default' && ` · ${f.variant}`} · 定义第{f.definition}版
              </small>
            </td>
            <td className="nowrap">
              {momentOf(f.frozen_at)}
              <small className="under">
                第{f.seq}号 · {f.frozen_by ?? '命令冻结'}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const printedFrozen = (f: Frozen): string =>
  f.value === null ? f.printed : `${f.printed}${f.unit}${f.approximate ?? ''}`;

/** Every seal computed anew. */
function Verify() {
  const verify = useMutation({ mutationFn: () => answerOf(api.GET('/api/v1/frozen-figures/verification')) });
  const { data } = verify;
  return (
    <div className="stack no-print">
      <Button style={{ alignSelf: 'flex-start' }} loading={verify.isPending} onClick={() => verify.mutate()}>
        核验全部冻结数据
      </Button>
      <div role="status">
        {verify.isError && <Alert type="error" showIcon message={problemIn(verify.error).message} />}
        {data !== undefined && data.broken.length === 0 && (
          <Alert
            type="success"
            showIcon
            message={`核验${data.checked}条，全部与冻结时相符`}
            description={data.last === null ? undefined : `末条校验值 ${data.last}`}
          />
        )}
        {data?.registered === false && (
          <Alert
            type="warning"
            showIcon
            message="本库（Citus）不登记末条：末尾被删去的无从发现，请将末条校验值与另行保存的核对"
          />
        )}
        {data !== undefined && data.broken.length > 0 && (
          <Alert
            type="error"
            showIcon
            message={`核验${data.checked}条，${data.broken.length}条与冻结时不符`}
            description={
              <ul>
                {data.broken.map((b) => (
                  <li key={b.seq}>
                    第{b.seq}号{b.title !== null && ` ${b.title}`}：{b.problems.join('；')}
                  </li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </div>
  );
}
