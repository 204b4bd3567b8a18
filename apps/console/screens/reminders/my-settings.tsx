import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, Popconfirm, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client';
import { type Problem, problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { Loaded, Page } from '../../parts/page';
import { momentOf } from '../../parts/words';
import { type Choice, type Settings, settingsQuery } from './queries';

/** 我的提醒设置: where one is told besides the console, and the calendar one can subscribe to. */
export function MySettings() {
  const settings = useQuery(settingsQuery);
  return (
    <Page title="我的提醒设置" extra={<Link to="/notices">看提醒</Link>}>
      <div className="stack">
        <p className="quiet">
          站内提醒总会送达，不能关闭。下面的方式在此之外另发一份，只写案号、期限和日期，不写当事人。
        </p>
        <Loaded of={settings}>
          {(data) => (
            <>
              {data.channels.map((choice) => (
                <ChannelCard key={choice.channel} choice={choice} />
              ))}
              <Feed madeAt={data.feed_made_at} />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

const fields: Readonly<Record<Choice['channel'], { label: string; placeholder: string; where: string }>> = {
  email: { label: '邮箱地址', placeholder: '如 wang@js.gov.cn', where: '' },
  wecom: {
    label: '企业微信机器人地址',
    placeholder: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    where: '在企业微信群的“群机器人”中复制Webhook地址',
  },
  dingtalk: {
    label: '钉钉机器人地址',
    placeholder: 'https://oapi.dingtalk.com/robot/send?access_token=…',
    where: '在钉钉群的“机器人”中复制Webhook地址，安全设置选“加签”',
  },
  sms: { label: '手机号码', placeholder: '11位手机号码', where: '' },
};

interface Values {
  content: 'all' | 'digest';
  address?: string;
  secret?: string;
}

/** Keeps the answer of a change as what is shown. */
function useSettingsChange<T>(change: (values: T) => Promise<Settings>, after?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (settings) => {
      queries.setQueryData(settingsQuery.queryKey, settings);
      after?.();
    },
  });
}

function ChannelCard(props: { choice: Choice }) {
  const { channel, title, available, chosen } = props.choice;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const path = { params: { path: { channel } } };
  const save = useSettingsChange<Values>(
    ({ content, address, secret }) =>
      answerOf(
        api.PUT('/api/v1/notice-settings/channels/{channel}', {
          ...path,
          body: { content, ...(address ? { address } : {}), ...(secret ? { secret } : {}) },
        }),
      ),
    () => {
      form.resetFields(['address', 'secret']);
      void message.success(`已保存：${title}`);
    },
  );
  const drop = useSettingsChange<void>(() => answerOf(api.DELETE('/api/v1/notice-settings/channels/{channel}', path)));
  const problem = save.isError ? problemIn(save.error) : drop.isError ? problemIn(drop.error) : null;
  const { label, placeholder, where } = fields[channel];
  if (!available && chosen === null)
    return (
      <Card title={title} size="small">
        <p className="quiet">本系统尚未配置这种方式，需要时请联系管理员。</p>
      </Card>
    );
  return (
    <Card title={title} size="small" extra={chosen === null ? '未启用' : `已启用：${chosen.address}`}>
      <Form<Values>
        form={form}
        name={channel}
        layout="vertical"
        aria-label={title}
        initialValues={{ content: chosen?.content ?? 'digest' }}
        onFinish={(values) => save.mutate(values)}
      >
        <div className="fields">
          <Form.Item
            name="address"
            label={label}
            extra={chosen === null ? where : '留空为不变'}
            rules={chosen === null ? [{ required: true, message: `请填写${label}` }] : []}
            {...mistakeOf(problem, 'address')}
          >
            <Input maxLength={500} placeholder={placeholder} autoComplete="off" />
          </Form.Item>
          {channel === 'dingtalk' && (
            <Form.Item
              name="secret"
              label="加签密钥"
              extra={chosen?.signed === true ? '留空为不变' : '以SEC开头，没有加签可不填'}
            >
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
          )}
          <Form.Item name="content" label="发哪些">
            <Radio.Group
              options={[
                { value: 'digest', label: '只发每日汇总' },
                { value: 'all', label: '逐条提醒和每日汇总' },
              ]}
            />
          </Form.Item>
        </div>
        {problem !== null && (
          <SaveTrouble problem={problem} left={problem.mistakes.filter((m) => m.field !== 'address')} />
        )}
        <div className="form-foot">
          {chosen !== null && (
            <Popconfirm
              title={`停用${title}？地址随之删除。`}
              okText="停用"
              cancelText="不停用"
              onConfirm={() => drop.mutate()}
            >
              <Button loading={drop.isPending}>停用</Button>
            </Popconfirm>
          )}
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {chosen === null ? '启用' : '保存'}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function mistakeOf(problem: Problem | null, field: string) {
  const mistake = problem?.mistakes.find((m) => m.field === field);
  return mistake ? { validateStatus: 'error' as const, help: mistake.rule } : {};
}

function Feed(props: { madeAt: string | null }) {
  const queries = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/notice-settings/feed')),
    onSuccess: async ({ path }) => {
      setAddress(`${window.location.origin}${path}`);
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
  const revoke = useSettingsChange<void>(
    () => answerOf(api.DELETE('/api/v1/notice-settings/feed')),
    () => setAddress(null),
  );
  const problem = make.isError ? problemIn(make.error) : revoke.isError ? problemIn(revoke.error) : null;
  return (
    <Card title="日历订阅" size="small" extra={props.madeAt === null ? '未启用' : `生成于${momentOf(props.madeAt)}`}>
      <p>
        在Outlook或者手机日历中用“从网络添加”订阅，可看到本人经办案件未了的期限，期限变更时自动跟着变。
        地址本身就是凭证，请勿转发；泄露时重新生成或者撤销，以前的地址立即失效。
      </p>
      {address !== null && (
        <Alert
          type="success"
          message="订阅地址（只显示这一次，请立即复制）"
          description={<Input readOnly aria-label="订阅地址" value={address} onFocus={(e) => e.target.select()} />}
        />
      )}
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
      <div className="form-foot">
        {props.madeAt !== null && (
          <Popconfirm
            title="撤销后，已订阅的日历不再更新。"
            okText="撤销"
            cancelText="不撤销"
            onConfirm={() => revoke.mutate()}
          >
            <Button loading={revoke.isPending}>撤销</Button>
          </Popconfirm>
        )}
        <Button onClick={() => make.mutate()} loading={make.isPending}>
          {props.madeAt === null ? '生成订阅地址' : '重新生成'}
        </Button>
      </div>
    </Card>
  );
}
