import { useQuery } from '@tanstack/react-query';
import { Card, InputNumber } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { useToday } from '../api/queries';
import { Loaded, Loading, Nothing, Page } from '../parts/page';
import { queryOf } from '../parts/words';

/** 案号说明: numbers are never taken back; those whose case proved not to have been accepted are explained one by one. */
export function CaseNumbers() {
  const today = useToday();
  return today === undefined ? <Loading /> : <OfYear thisYear={Number(today.slice(0, 4))} />;
}

function OfYear(props: { thisYear: number }) {
  const { thisYear } = props;
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') ?? undefined;
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear;
  const numbers = useQuery({
    queryKey: ['case-numbers', year, kind],
    queryFn: () => answerOf(api.GET('/api/v1/case-numbers', { params: { query: { year, kind } } })),
  });
  return (
    <Page
      title="案号说明"
      extra={
        <span className="no-print">
          <label htmlFor="numbers-year">年度</label>{' '}
          <InputNumber
            id="numbers-year"
            value={year}
            min={2000}
            max={thisYear}
            precision={0}
            onChange={(value) => setSearch(queryOf({ kind, year: value === null ? null : String(value) }))}
          />
        </span>
      }
    >
      <Loaded of={numbers}>
        {({ given, items }) => (
          <Card
            size="small"
            title={`${year}年取得案号${given}个，案号连续编排、不收回；其中${items.length}个需要说明`}
            styles={{ body: { padding: 0 } }}
          >
            {items.length === 0 ? (
              <Nothing>这一年没有需要说明的案号</Nothing>
            ) : (
              <table className="plain">
                <thead>
                  <tr>
                    <th>案号</th>
                    <th style={{ width: 110 }}>取得</th>
                    <th>查明</th>
                    <th>依据</th>
                    <th style={{ width: 120 }}>现在</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((n) => (
                    <tr key={n.case_id}>
                      <td>
                        <Link to={`/cases/${n.case_id}`}>{n.number}</Link>
                        <small className="under">
                          {n.register_number}，{n.organisation}
                        </small>
                      </td>
                      <td>
                        {n.earned_by}
                        <small className="under">{n.earned_on}</small>
                      </td>
                      <td>
                        {n.taken_back_by}
                        <small className="under">{[n.taken_back_on, n.actor].filter(Boolean).join('，')}</small>
                      </td>
                      <td>{n.reason}</td>
                      <td>
                        {n.state_title}
                        {n.again_on !== null && <small className="under">{n.again_on}又以同一案号受理</small>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
