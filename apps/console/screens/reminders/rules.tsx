import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Drawer, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { Loaded, Page } from '../../parts/page';
import { type Policy, type Rules, rulesQuery } from './queries';

/** 提醒规则: when whom is told of which limit, in this jurisdiction. */
export function ReminderRules() {
  const rules = useQuery(rulesQuery);
  const [editing, setEditing] = useState<Policy | null>(null);
  return (
    <Page title="提醒规则" extra={<Link to="/reminders/deliveries">看发送记录</Link>}>
      <Loaded of={rules}>
        {(data) => (
          <div className="stack">
            <Hours hours={data.hours} />
            <Card title="各项期限" size="small" styles={{ body: { padding: 0 } }}>
              <table className="plain">
                <thead>
                  <tr>
                    <th>期限</th>
                    <th>届满前几日提醒经办人</th>
                    <th>上级</th>
                    <th>机关负责人</th>
                    <th>超期汇总</th>
                    <th aria-label="操作" />
                  </tr>
                </thead>
                <tbody>
                  {data.policies.map((p) => (
                    <tr key={p.limit}>
                      <td>
                        {p.title}
                        <small className="under">{whoseWords(p)}</small>
                      </td>
                      <td>{p.enabled ? daysWords(p.days_before) : '不提醒'}</td>
                      <td>{p.enabled && fromWords(p.superior_from)}</td>
                      <td>{p.enabled && fromWords(p.head_from)}</td>
                      <td>{p.enabled && (p.digest ? '列入' : '不列入')}</td>
                      <td>
                        <Button size="small" onClick={() => setEditing(p)} aria-label={`修改：${p.title}`}>
                          修改
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Card>
          </div>
        )}
      </Loaded>
      <Drawer
        title={editing === null ? '' : `提醒规则：${editing.title}`}
        open={editing !== null}
        onClose={() => setEditing(null)}
        width={480}
        destroyOnHidden
      >
        {editing !== null && <PolicyForm policy={editing} onDone={() => setEditing(null)} />}
      </Drawer>
    </Page>
  );
}

const whoseWords = (p: Policy): string => (p.own ? '本辖区设置' : p.limit === 'general' ? '系统默认' : '从一般规则');
const daysWords = (days: readonly number[]): string =>
  days.length === 0 ? '不提醒' : days.map((d) => (d === 0 ? '当日' : `${d}日`)).join('、');
const fromWords = (from: number | null): string =>
  from === null ? '不告知' : from > 0 ? `届满前${from}日起` : from === 0 ? '届满当日起' : `超期${-from}日起，只进汇总`;

/** Keeps the answer of a change as what is shown. */
function useRulesChange<T>(change: (values: T) => Promise<Rules>, after: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (rules) => {
      queries.setQueryData(rulesQuery.queryKey, rules);
      after();
    },
  });
}

function Hours(props: { hours: Rules['hours'] }) {
  const { message } = App.useApp();
  const save = useRulesChange<Rules['hours']>(
    (body) => answerOf(api.PUT('/api/v1/reminders/hours', { body })),
    () => void message.success('已保存提醒时段'),
  );
  const problem = save.isError ? problemIn(save.error) : null;
  const time = [{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: '应为时间，如 08:30' }];
  return (
    <Card title="提醒时段" size="small">
      <Form<Rules['hours']> layout="inline" initialValues={props.hours} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="opens_at" label="自" rules={time}>
          <Input maxLength={5} style={{ width: 80 }} />
        </Form.Item>
        <Form.Item name="closes_at" label="至" rules={time}>
          <Input maxLength={5} style={{ width: 80 }} />
        </Form.Item>
        <Form.Item name="working_days_only" label="只在工作日提醒" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Button htmlType="submit" loading={save.isPending}>
          保存时段
        </Button>
      </Form>
      <p className="quiet">
        时段之外不向外发送；遇周末和节假日，提醒提前到前一个工作日。每个工作日自开始时间起生成一份期限汇总。
      </p>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
    </Card>
  );
}

interface Values {
  enabled: boolean;
  days: string;
  superior_from: number | null;
  head_from: number | null;
  digest: boolean;
}
/** 10、5、3 as people type it, with any separator. */
const numbersIn = (text: string): number[] =>
  text
    .split(/[^\d]+/)
    .filter((part) => part !== '')
    .map(Number);

function PolicyForm(props: { policy: Policy; onDone: () => void }) {
  const { policy, onDone } = props;
  const { message } = App.useApp();
  const path = { params: { path: { limit: policy.limit } } };
  const done = () => {
    void message.success(`已保存：${policy.title}`);
    onDone();
  };
  const save = useRulesChange<Values>(
    ({ days, enabled, digest, superior_from, head_from }) =>
      answerOf(
        api.PUT('/api/v1/reminders/rules/{limit}', {
          ...path,
          body: {
            enabled,
            digest,
            days_before: numbersIn(days),
            superior_from: superior_from ?? null,
            head_from: head_from ?? null,
          },
        }),
      ),
    done,
  );
  const back = useRulesChange<void>(() => answerOf(api.DELETE('/api/v1/reminders/rules/{limit}', path)), done);
  const problem = save.isError ? problemIn(save.error) : back.isError ? problemIn(back.error) : null;
  const whole = { min: -366, max: 366, precision: 0, style: { width: '100%' } };
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ ...policy, days: policy.days_before.join('、') }}
      onFinish={(values) => save.mutate(values)}
    >
      <Form.Item name="enabled" label="提醒这项期限" valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="days"
        label="届满前几日提醒经办人"
        extra="日历日，用顿号或者空格隔开；0为届满当日。遇非工作日提前到前一个工作日。"
        rules={[{ pattern: /^[\d、，,\s]*$/, message: '应为整数，用顿号隔开' }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="superior_from" label="届满前几日起告知上级" extra="负数为超期后几日；留空为不告知">
        <InputNumber<number> {...whole} />
      </Form.Item>
      <Form.Item
        name="head_from"
        label="届满前几日起告知机关负责人"
        extra="负数为超期后几日，只进每日汇总；留空为不告知"
      >
        <InputNumber<number> {...whole} />
      </Form.Item>
      <Form.Item name="digest" label="超期后列入每日汇总" valuePropName="checked">
        <Switch />
      </Form.Item>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
      <div className="form-foot">
        {policy.own && (
          <Button onClick={() => back.mutate()} loading={back.isPending}>
            {policy.limit === 'general' ? '恢复系统默认' : '改从一般规则'}
          </Button>
        )}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </div>
    </Form>
  );
}
