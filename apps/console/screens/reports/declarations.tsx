import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete, Button, Card, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { Loaded, Nothing, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { type Declaration, declarationsQuery, indicatorsQuery } from './queries';

/** 申报指标: what no case yields, declared from a paper by one and approved by another. */
export function Declarations() {
  const me = useMe();
  const list = useQuery(declarationsQuery);
  return (
    <Page title="申报指标">
      <div className="stack">
        <Card size="small" styles={{ body: { padding: 0 } }}>
          <Loaded of={list}>
            {(rows) => (rows.length === 0 ? <Nothing>还没有申报的指标</Nothing> : <Declared rows={rows} />)}
          </Loaded>
        </Card>
        {may(me, 'report:write') && <NewDeclaration />}
      </div>
    </Page>
  );
}

function Declared(props: { rows: readonly Declaration[] }) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>年度</th>
          <th>指标</th>
          <th className="number">数值</th>
          <th>依据</th>
          <th>申报</th>
          <th>核定</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((d) => (
          <tr key={d.id}>
            <td>
              {d.year}
              <small className="under">截至{d.counted_to}</small>
            </td>
            <td>
              {d.title}
              <small className="under">{d.code}</small>
            </td>
            <td className="number">
              {d.value}
              {d.unit}
              {d.approximate}
            </td>
            <td>{d.source_file}</td>
            <td>
              {d.declared_by}
              <small className="under">{d.declared_on}</small>
            </td>
            <td>
              <Decision declaration={d} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision(props: { declaration: Declaration }) {
  const { declaration: d } = props;
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [remark, setRemark] = useState('');
  const decide = useMutation({
    mutationFn: (decision: 'approved' | 'refused') =>
      answerOf(
        api.POST('/api/v1/reports/declarations/{id}/decision', {
          params: { path: { id: d.id } },
          body: { decision, ...(remark === '' ? {} : { remark }) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
    onError: (error) => void message.error(problemIn(error).mistakes[0]?.rule ?? problemIn(error).message),
  });
  if (d.decision !== null)
    return (
      <>
        {d.decision === 'approved' ? '已核定' : '已退回'}　{d.decided_by}
        <small className="under">
          {d.decided_on}　{d.remark}
        </small>
      </>
    );
  if (!may(me, 'report:approve')) return '待核定';
  return (
    <div className="form-steps">
      <Input
        size="small"
        aria-label={`退回${d.title}的理由`}
        placeholder="退回的理由"
        maxLength={300}
        value={remark}
        onChange={(e) => setRemark(e.target.value)}
      />
      <Button size="small" type="primary" loading={decide.isPending} onClick={() => decide.mutate('approved')}>
        核定
      </Button>
      <Button size="small" loading={decide.isPending} onClick={() => decide.mutate('refused')}>
        退回
      </Button>
    </div>
  );
}

function NewDeclaration() {
  const queries = useQueryClient();
  const known = useQuery(indicatorsQuery);
  const [form] = Form.useForm<Schemas['NewDeclarationDto']>();
  const declare = useMutation({
    mutationFn: (body: Schemas['NewDeclarationDto']) => answerOf(api.POST('/api/v1/reports/declarations', { body })),
    onSuccess: async () => {
      form.resetFields();
      await queries.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  const problem = declare.isError ? problemIn(declare.error) : null;
  const needed = [{ required: true, message: '必填' }];
  return (
    <Card title="申报" size="small" className="form-card">
      <Form<Schemas['NewDeclarationDto']> form={form} layout="vertical" onFinish={(values) => declare.mutate(values)}>
        <div className="fields">
          <Form.Item name="code" label="编号" rules={needed}>
            <AutoComplete
              options={(known.data ?? []).map((k) => ({ value: k.code, label: `${k.title}（${k.code}）` }))}
              popupMatchSelectWidth={false}
              onSelect={(code: string) => {
                const found = known.data?.find((k) => k.code === code);
                if (found) form.setFieldsValue({ title: found.title, unit: found.unit });
              }}
            />
          </Form.Item>
          <Form.Item name="title" label="名称" rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="year" label="年度" rules={needed}>
            <InputNumber min={1990} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="value" label="数值" rules={needed}>
            <Input maxLength={22} inputMode="decimal" />
          </Form.Item>
          <Form.Item name="unit" label="单位" rules={needed}>
            <Input maxLength={10} placeholder="如 场、万起" />
          </Form.Item>
          <Form.Item name="approximate" label="约数">
            <Select
              allowClear
              options={[
                { value: '余', label: '余' },
                { value: '以上', label: '以上' },
              ]}
            />
          </Form.Item>
          <Form.Item name="source_file" label="依据的文件" rules={needed}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={declare.isPending}>
            申报
          </Button>
        </div>
      </Form>
    </Card>
  );
}
