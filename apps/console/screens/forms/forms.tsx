import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { Link } from 'react-router';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { addressOf } from '../../parts/words';
import { PeriodPicker, usePeriod } from './period';
import { formsQuery, type Period, stepTitles } from './queries';

/** 统计报表: the forms of one period and how far each has come. */
export function Forms() {
  const { period, kind, go } = usePeriod();
  if (period === undefined) return <Loading />;
  return (
    <Page title="统计报表" extra={<PeriodPicker period={period} kind={kind} go={go} />}>
      <p className="quiet">
        {spoken(period.from)}至{spoken(period.cutoff)}。各表均为本系统自编，不是上级统一制发的报表。
      </p>
      <Card size="small" styles={{ body: { padding: 0 } }}>
        <FormList period={period} />
      </Card>
    </Page>
  );
}

const spoken = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

function FormList(props: { period: Period }) {
  const { from, cutoff } = props.period;
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
                    <Link to={addressOf(`/forms/${id}`, { from, cutoff })}>{title}</Link>
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
