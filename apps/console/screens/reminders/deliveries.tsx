import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, done } from '../../api/client';
import { problemIn } from '../../api/problem';
import { More } from '../../parts/more';
import { Loaded, Nothing, Page } from '../../parts/page';
import { momentOf } from '../../parts/words';
import { channelTitles, type Delivery, type DeliveryState, deliveriesQuery, stateTitles } from './queries';

const states: readonly DeliveryState[] = ['waiting', 'sent', 'withdrawn', 'failed'];
const stateOf = (text: string | null): DeliveryState | undefined => states.find((state) => state === text);

/** 发送记录: what left the house by mail, robot or SMS, what did not, and why. */
export function Deliveries() {
  const [search, setSearch] = useSearchParams();
  const state = stateOf(search.get('state'));
  const deliveries = useInfiniteQuery(deliveriesQuery(state));
  const counts = deliveries.data?.pages[0]?.counts;
  return (
    <Page
      title="提醒发送记录"
      extra={
        <>
          <Segmented
            value={state ?? ''}
            options={[
              { value: '', label: '全部' },
              ...states.map((s) => ({ value: s, label: `${stateTitles[s]}${counts?.[s] ?? ''}` })),
            ]}
            onChange={(value) => setSearch(value === '' ? {} : { state: value }, { replace: true })}
          />
          <Link to="/reminders/rules">提醒规则</Link>
        </>
      }
    >
      <Card styles={{ body: { padding: 0 } }}>
        <Loaded of={deliveries}>
          {(data) => {
            const rows = data.pages.flatMap((p) => p.items);
            return rows.length === 0 ? (
              <Nothing>
                {state === undefined
                  ? '还没有向外发送的提醒。各人在“我的提醒设置”中选用邮件、群机器人或者短信后才有。'
                  : '没有这样的记录'}
              </Nothing>
            ) : (
              <>
                <table className="plain">
                  <thead>
                    <tr>
                      <th>提醒</th>
                      <th>收件人</th>
                      <th>方式</th>
                      <th>状态</th>
                      <th className="number">已试</th>
                      <th>最近错误</th>
                      <th aria-label="操作" />
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((d) => (
                      <Row key={`${d.notice_id} ${d.channel}`} delivery={d} />
                    ))}
                  </tbody>
                </table>
                <More of={deliveries} shown={rows.length} />
              </>
            );
          }}
        </Loaded>
      </Card>
    </Page>
  );
}

function Row(props: { delivery: Delivery }) {
  const { delivery: d } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () =>
      done(
        api.POST('/api/v1/reminders/deliveries/{notice}/{channel}/again', {
          params: { path: { notice: d.notice_id, channel: d.channel } },
        }),
      ),
    onSuccess: async () => {
      void message.success('已安排立即重发');
      await queries.invalidateQueries({ queryKey: ['deliveries'] });
    },
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <tr>
      <td>
        {d.title}
        <small className="under">{momentOf(d.created_at)}</small>
      </td>
      <td>{d.person}</td>
      <td>{channelTitles[d.channel]}</td>
      <td>
        {stateTitles[d.state]}
        <small className="under">
          {d.state === 'waiting'
            ? d.attempts > 0 && `${momentOf(d.next_at)}起再试`
            : d.settled_at !== null && momentOf(d.settled_at)}
        </small>
      </td>
      <td className="number">{d.attempts}次</td>
      <td>{d.last_error}</td>
      <td>
        {(d.state === 'failed' || (d.state === 'waiting' && d.attempts > 0)) && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate()} aria-label={`重发：${d.title}`}>
            重发
          </Button>
        )}
      </td>
    </tr>
  );
}
