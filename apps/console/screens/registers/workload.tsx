import { useQuery } from '@tanstack/react-query';
import { Card, InputNumber } from 'antd';
import { useSearchParams } from 'react-router';
import { useToday, workloadQuery } from '../../api/queries';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';

/** 调解工作量: each mediator's year, by the definitions of the figures. */
export function Workload() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  if (today === undefined) return <Loading />;
  const year = Number(search.get('year') ?? today.slice(0, 4));
  return (
    <Page
      title={`${year}年调解工作量`}
      extra={
        <span className="labelled no-print">
          <label htmlFor="workload-year">年度</label>
          <InputNumber<number>
            id="workload-year"
            min={1990}
            max={2100}
            precision={0}
            value={year}
            changeOnBlur
            onChange={(y) => setSearch(y === null ? {} : { year: String(y) }, { replace: true })}
            style={{ width: 90 }}
          />
        </span>
      }
    >
      <Card styles={{ body: { padding: 0 } }}>
        <Rows year={year} />
      </Card>
    </Page>
  );
}

function Rows(props: { year: number }) {
  const workload = useQuery(workloadQuery(props.year));
  return (
    <Loaded of={workload}>
      {(rows) =>
        rows.length === 0 ? (
          <Nothing>这一年没有调解案件</Nothing>
        ) : (
          <table className="plain figures">
            <thead>
              <tr>
                <th>人民调解员</th>
                <th>专职、兼职</th>
                <th className="number">受理</th>
                <th className="number">调解成功</th>
                <th className="number">调解不成</th>
                <th className="number">疑难复杂</th>
                <th className="number">协议金额（元）</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.person_id ?? ''}>
                  <th scope="row">{r.name}</th>
                  <td>{r.employment}</td>
                  <td className="number">{r.accepted}</td>
                  <td className="number">{r.succeeded}</td>
                  <td className="number">{r.failed}</td>
                  <td className="number">{r.difficult}</td>
                  <td className="number">{(r.agreement_fen / 100).toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}
