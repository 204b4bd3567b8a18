import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { type CasesFilter, type Procedure } from '../api/queries';
import { DayInput } from '../parts/day-input';
import { toneTitles } from '../parts/light';
import { OrganisationPicker } from '../parts/pickers';
import { queryOf } from '../parts/words';
import { may, useMe } from '../shell/session';
import { burning } from './cases-query';

interface Props {
  /** One object as long as the address stays: what is being typed is not taken back when the list arrives. */
  filter: CasesFilter;
  procedures: readonly Procedure[];
  onChange: (query: Record<string, string>) => void;
}
interface Values {
  kind?: string;
  state?: string;
  open?: string;
  q?: string;
  organisation_id?: string;
  mine?: boolean;
  light?: string;
  opened_from?: string | null;
  opened_to?: string | null;
}

/** 查询区. Choices take effect at once, typed words on Enter or 查询. */
export function CasesFilterForm(props: Props) {
  const { filter, procedures } = props;
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const readable = procedures.filter((p) => may(me, `${p.kind}:read`));
  // The address may change without this form: the menu, the way back, a count on 我的工作.
  useEffect(() => {
    form.resetFields();
    form.setFieldsValue({ ...filter, mine: filter.handler === 'me', q: filter.q ?? filter.number });
  }, [form, filter]);
  const states = readable.find((p) => p.kind === filter.kind)?.states ?? {};
  const submit = (v: Values) => {
    const { mine, ...rest } = v;
    // 未分配 comes from 我的工作 and has no box here; another handler's choice replaces it.
    const handler = mine ? 'me' : filter.handler === 'none' ? 'none' : undefined;
    // A state belongs to its kind.
    const state = v.kind === filter.kind ? v.state : undefined;
    props.onChange(queryOf({ ...rest, state, handler, q: v.q?.trim() }));
  };
  return (
    <Form<Values>
      form={form}
      layout="inline"
      className="filters"
      onFinish={submit}
      onValuesChange={(changed) => {
        if (!('q' in changed)) form.submit();
      }}
    >
      {readable.length > 1 && (
        <Form.Item name="kind" label="类别">
          <Select
            allowClear
            placeholder="全部"
            options={readable.map((p) => ({ value: p.kind, label: p.title }))}
            style={{ width: 150 }}
          />
        </Form.Item>
      )}
      <Form.Item name="q" label="查找">
        <Input allowClear placeholder="当事人姓名或者案号" style={{ width: 190 }} maxLength={60} />
      </Form.Item>
      <Form.Item name="state" label="状态">
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          disabled={filter.kind === undefined}
          placeholder={filter.kind === undefined ? '先选类别' : '全部'}
          options={Object.entries(states).map(([value, label]) => ({ value, label }))}
          style={{ width: 140 }}
        />
      </Form.Item>
      <Form.Item name="open" label="办结">
        <Select
          allowClear
          placeholder="全部"
          options={[
            { value: 'true', label: '未办结' },
            { value: 'false', label: '已办结' },
          ]}
          style={{ width: 100 }}
        />
      </Form.Item>
      <Form.Item name="light" label="期限">
        <Select
          allowClear
          placeholder="全部"
          options={burning.map((tone) => ({ value: tone, label: toneTitles[tone] }))}
          style={{ width: 130 }}
        />
      </Form.Item>
      <Form.Item name="organisation_id" label="机构">
        <OrganisationPicker allowClear placeholder="全部" />
      </Form.Item>
      <Form.Item label="收案日期" className="range">
        <Form.Item name="opened_from" noStyle>
          <DayInput label="收案日期自" />
        </Form.Item>
        <span>至</span>
        <Form.Item name="opened_to" noStyle>
          <DayInput label="收案日期至" />
        </Form.Item>
      </Form.Item>
      <Form.Item name="mine" valuePropName="checked">
        <Checkbox>我承办的</Checkbox>
      </Form.Item>
      <Form.Item className="filter-go">
        <Button type="primary" htmlType="submit">
          查询
        </Button>
        <Button onClick={() => props.onChange(queryOf({ kind: filter.kind }))}>重置</Button>
      </Form.Item>
    </Form>
  );
}
