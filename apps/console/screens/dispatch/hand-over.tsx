import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { type Bulk, type CaseRow, casesQuery, useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { LightTag } from '../../parts/light';
import { More } from '../../parts/more';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { PersonPicker } from '../../parts/pickers';
import { caseName } from '../../parts/words';
import { BulkAnswer, useCodes } from './bulk-answer';

/** 离岗移交: what one person still has to do with goes to another, all of it or the chosen cases. */
export function HandOver() {
  const [from, setFrom] = useState<string>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<Bulk | null>(null);
  return (
    <Page title="离岗移交">
      <div className="stack">
        {answer !== null && <BulkAnswer answer={answer} word="移交" onClose={() => setAnswer(null)} />}
        <Card className="form-card">
          <Form layout="vertical">
            <Form.Item label="移交人" htmlFor="from" extra="只列现在在岗的人员：请先移交，再停用岗位">
              <PersonPicker
                id="from"
                value={from ?? null}
                onChange={(id) => {
                  setFrom(id);
                  setChosen([]);
                }}
              />
            </Form.Item>
          </Form>
        </Card>
        {from !== undefined && (
          <>
            <Held from={from} chosen={chosen} onChoose={setChosen} />
            <Recipient
              key={from}
              from={from}
              chosen={chosen}
              onDone={(done) => {
                setAnswer(done);
                setChosen([]);
              }}
            />
          </>
        )}
      </div>
    </Page>
  );
}

function Held(props: { from: string; chosen: readonly string[]; onChoose: (ids: readonly string[]) => void }) {
  const held = useInfiniteQuery(casesQuery({ kind: 'mediation', handler_id: props.from }));
  return (
    <Card title="承办的案件" size="small">
      <Loaded of={held}>
        {(data) => {
          const rows = data.pages.flatMap((p) => p.items);
          if (rows.length === 0) return <Nothing>没有承办的案件</Nothing>;
          return (
            <>
              <Table<CaseRow>
                rowKey="id"
                size="middle"
                columns={columns}
                dataSource={rows}
                pagination={false}
                scroll={{ x: 800 }}
                rowSelection={{
                  selectedRowKeys: [...props.chosen],
                  onChange: (keys) => props.onChoose(keys.map(String)),
                }}
              />
              <More of={held} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

const columns: NonNullable<TableProps<CaseRow>['columns']> = [
  {
    title: '案件',
    key: 'case',
    width: 240,
    render: (_, row) => <Link to={`/cases/${row.id}`}>{caseName(row)}</Link>,
  },
  { title: '当事人', dataIndex: 'party_names', ellipsis: true },
  { title: '状态', dataIndex: 'state_title', width: 120 },
  {
    title: '期限',
    key: 'light',
    width: 180,
    render: (_, row) =>
      row.light === null ? <span className="quiet">没有在计的期限</span> : <LightTag light={row.light} />,
  },
  { title: '收案日期', dataIndex: 'opened_on', width: 112 },
];

interface Values {
  to_id: string;
  ground: Schemas['HandOverDto']['ground'];
  happened_on: string;
}

function Recipient(props: { from: string; chosen: readonly string[]; onDone: (answer: Bulk) => void }) {
  const { from, chosen } = props;
  const today = useToday();
  const queries = useQueryClient();
  const grounds = useCodes('hand-over', 'hand_over_ground');
  const move = useMutation({
    mutationFn: (values: Values) =>
      answerOf(
        api.POST('/api/v1/mediations/hand-overs', {
          body: { ...values, from_id: from, ...(chosen.length > 0 ? { case_ids: [...chosen] } : {}) },
        }),
      ),
    onSuccess: async (answer) => {
      props.onDone(answer);
      await queries.invalidateQueries();
    },
  });
  if (today === undefined) return <Loading />;
  return (
    <Card title={chosen.length > 0 ? `移交选中的${chosen.length}件` : '移交全部未了的案件'} size="small">
      <Form<Values>
        layout="vertical"
        initialValues={{ happened_on: today, ground: 'leave' }}
        onFinish={(values) => move.mutate(values)}
      >
        <div className="fields">
          <Form.Item name="to_id" label="接收人" rules={[{ required: true, message: '请选择接收人' }]}>
            <PersonPicker />
          </Form.Item>
          <Form.Item name="ground" label="移交理由" rules={[{ required: true, message: '请选择移交理由' }]}>
            <Select options={grounds} />
          </Form.Item>
          <Form.Item name="happened_on" label="移交日期" rules={[{ required: true, message: '请填写移交日期' }]}>
            <DayInput latest={today} required />
          </Form.Item>
        </div>
        {move.isError && <SaveTrouble problem={problemIn(move.error)} left={problemIn(move.error).mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={move.isPending}>
            移交
          </Button>
        </div>
      </Form>
    </Card>
  );
}
