import { useQuery } from '@tanstack/react-query';
import { Card, InputNumber, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../../api/queries';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { addressOf } from '../../parts/words';
import { formsQuery, type Period, quarters, stepTitles } from './queries';

/** The period in the address; else the last quarter that has ended. */
export function usePeriod(): { period: Period | undefined; go: (period: Period) => void } {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const go = ({ year, cutoff }: Period) => setSearch({ year: String(year), cutoff }, { replace: true });
  const cutoff = search.get('cutoff') ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(cutoff)) return { period: { year: Number(cutoff.slice(0, 4)), cutoff }, go };
  if (today === undefined) return { period: undefined, go };
  const year = Number(today.slice(0, 4));
  const ended = Object.keys(quarters).findLast((q) => `${year}-${q}` < today);
  return {
    period:
      ended === undefined ? { year: year - 1, cutoff: `${year - 1}-12-31` } : { year, cutoff: `${year}-${ended}` },
    go,
  };
}

/** 统计报表: the forms of one period and how far each has come. */
export function Forms() {
  const { period, go } = usePeriod();
  if (period === undefined) return <Loading />;
  const { year, cutoff } = period;
  return (
    <Page
      title="统计报表"
      extra={
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
              onChange={(y) => y !== null && go({ year: y, cutoff: `${y}${cutoff.slice(4)}` })}
              style={{ width: 90 }}
            />
          </span>
          <Select
            aria-label="期间"
            value={cutoff.slice(5)}
            options={Object.entries(quarters).map(([value, label]) => ({ value, label }))}
            onChange={(end) => go({ year, cutoff: `${year}-${end}` })}
            style={{ width: 120 }}
          />
        </>
      }
    >
      <p className="quiet">自1月1日累计。各表均为本系统自编，不是上级统一制发的报表。</p>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <FormList period={period} />
      </Card>
    </Page>
  );
}

function FormList(props: { period: Period }) {
  const { year, cutoff } = props.period;
  const forms = useQuery(formsQuery(props.period));
  return (
    <Loaded of={forms}>
      {(list) =>
        list.length === 0 ? (
          <Nothing>您的岗位没有可以填报的报表</Nothing>
        ) : (
          <table className="plain">
            <thead>
              <tr>
                <th>报表</th>
                <th>状态</th>
                <th>平衡</th>
                <th>经办</th>
              </tr>
            </thead>
            <tbody>
              {list.map(({ id, title, current, failing }) => (
                <tr key={id}>
                  <td>
                    <Link to={addressOf(`/forms/${id}`, { year: String(year), cutoff })}>{title}</Link>
                  </td>
                  <td>{current === null ? '未填报' : `${stepTitles[current.step]}（第${current.version}版）`}</td>
                  <td>{current === null ? '' : failing === 0 ? '平衡' : `${failing}个等式不平衡`}</td>
                  <td>{current !== null && `${current.by}　${current.on}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}
