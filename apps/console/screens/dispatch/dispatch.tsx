import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { type Bulk, type Handler, handlersQuery, useToday, type Waiting, waitingQuery } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { LightTag } from '../../parts/light';
import { More } from '../../parts/more';
import { Loaded, Loading, Nothing, Page } from '../../parts/page';
import { caseName } from '../../parts/words';
import { BulkAnswer, useCodes } from './bulk-answer';

/** 分派台: what nobody has yet on the left, who could take it on the right. */
export function Dispatch() {
  const waiting = useInfiniteQuery(waitingQuery);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<Bulk | null>(null);
  const rows = waiting.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Page title="分派台">
      <div className="stack">
        {answer !== null && <BulkAnswer answer={answer} word="分派" onClose={() => setAnswer(null)} />}
        <Card title="待分派的案件" size="small">
          <Loaded of={waiting}>
            {() =>
              rows.length === 0 ? (
                <Nothing>没有待分派的案件</Nothing>
              ) : (
                <>
                  <Table<Waiting>
                    rowKey="id"
                    size="middle"
                    columns={columns}
                    dataSource={rows}
                    pagination={false}
                    scroll={{ x: 940 }}
                    rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)) }}
                  />
                  <More of={waiting} shown={rows.length} />
                </>
              )
            }
          </Loaded>
        </Card>
        {chosen.length > 0 && (
          <Assign
            cases={rows.filter((r) => chosen.includes(r.id))}
            onDone={(done) => {
              setAnswer(done);
              setChosen([]);
            }}
          />
        )}
      </div>
    </Page>
  );
}

const factOf = (row: Waiting, name: string) => row.facts.find((f) => f.name === name)?.text;

const columns: NonNullable<TableProps<Waiting>['columns']> = [
  {
    title: '已等待',
    key: 'waited',
    width: 190,
    render: (_, row) => (
      <>
        {row.waited_working_days}个工作日
        {row.light !== null && (
          <small className="under">
            <LightTag light={row.light} />
          </small>
        )}
      </>
    ),
  },
  {
    title: '案件',
    key: 'case',
    width: 230,
    render: (_, row) => (
      <>
        <Link to={`/cases/${row.id}`}>{caseName(row)}</Link>
        <small className="under">{row.opened_on}收案</small>
      </>
    ),
  },
  { title: '当事人', dataIndex: 'party_names', ellipsis: true },
  {
    title: '来源',
    key: 'origin',
    render: (_, row) => (
      <>
        {factOf(row, 'origin')}
        <small className="under">
          {[factOf(row, 'referrer'), factOf(row, 'referral_number')].filter((x) => x !== undefined).join(' ')}
        </small>
      </>
    ),
  },
  {
    title: '纠纷',
    key: 'type',
    width: 150,
    render: (_, row) => (
      <>
        {factOf(row, 'dispute_type')}
        <small className="under">{factOf(row, 'level')}</small>
      </>
    ),
  },
  { title: '现在的机构', key: 'at', width: 180, render: (_, row) => row.organisation.name },
];

const nearness: Readonly<Record<string, string>> = { here: '本机构', below: '下级', above: '上级', elsewhere: '其他' };
const handlerLabel = (h: Handler) =>
  [h.name, h.organisation.name, h.near === null ? undefined : nearness[h.near], `在手${h.open}件`, `今年${h.year}件`]
    .filter((x) => x !== undefined)
    .join(' · ');

interface Values {
  handler_id: string;
  second_handler_id?: string;
  ground: Schemas['AssignDto']['ground'];
  happened_on: string;
}

function Assign(props: { cases: readonly Waiting[]; onDone: (answer: Bulk) => void }) {
  const { cases } = props;
  const grounds = useCodes('assign', 'assign_ground');
  const today = useToday();
  const queries = useQueryClient();
  // Cases of several places are given by load alone.
  const places = [...new Set(cases.map((c) => c.organisation.id))];
  const handlers = useQuery(handlersQuery(places.length === 1 ? places[0] : undefined));
  const assign = useMutation({
    mutationFn: (values: Values) =>
      answerOf(api.POST('/api/v1/mediations/assignments', { body: { ...values, case_ids: cases.map((c) => c.id) } })),
    onSuccess: async (answer) => {
      props.onDone(answer);
      await queries.invalidateQueries();
    },
  });
  if (today === undefined) return <Loading />;
  const options = (handlers.data ?? []).map((h) => ({ value: h.id, label: handlerLabel(h) }));
  return (
    <Card title={`分派选中的${cases.length}件`} size="small">
      <Form<Values>
        layout="vertical"
        initialValues={{ happened_on: today, ground: 'place' }}
        onFinish={(values) => assign.mutate(values)}
      >
        <div className="fields">
          <Form.Item
            name="handler_id"
            label="调解员"
            extra="就近的在前，在手少的在前"
            rules={[{ required: true, message: '请选择调解员' }]}
          >
            <Select
              showSearch
              popupMatchSelectWidth={false}
              optionFilterProp="label"
              options={options}
              loading={handlers.isPending}
            />
          </Form.Item>
          <Form.Item name="second_handler_id" label="第二调解员">
            <Select
              showSearch
              allowClear
              popupMatchSelectWidth={false}
              optionFilterProp="label"
              options={options}
              loading={handlers.isPending}
            />
          </Form.Item>
          <Form.Item name="ground" label="分派理由" rules={[{ required: true, message: '请选择分派理由' }]}>
            <Select options={grounds} />
          </Form.Item>
          <Form.Item name="happened_on" label="分派日期" rules={[{ required: true, message: '请填写分派日期' }]}>
            <DayInput latest={today} required />
          </Form.Item>
        </div>
        {handlers.isError && <Alert type="error" message="调解员没有载入，请刷新" />}
        {assign.isError && <SaveTrouble problem={problemIn(assign.error)} left={problemIn(assign.error).mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={assign.isPending}>
            分派
          </Button>
        </div>
      </Form>
    </Card>
  );
}
