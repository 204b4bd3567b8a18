import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, InputNumber, Select } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { base64Of } from '../../api/download';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { Loaded, Nothing, Page } from '../../parts/page';
import { may, useMe } from '../../shell/session';
import { findingTitles, itemsQuery, reconciliationsQuery } from './queries';

type Item = Schemas['ReconciliationItemDto'];

/** 上级平台对账: an export held against our cases; every difference has an owner and a day. */
export function Reconciliations() {
  const me = useMe();
  const list = useQuery(reconciliationsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page title="上级平台对账">
      <div className="stack">
        {may(me, 'report:write') && <Upload onDone={setChosen} />}
        <Card size="small" title="各次对账" styles={{ body: { padding: 0 } }}>
          <Loaded of={list}>
            {(rows) =>
              rows.length === 0 ? (
                <Nothing>还没有对账，上传上级平台导出的表格即可</Nothing>
              ) : (
                <table className="plain">
                  <thead>
                    <tr>
                      <th>文件</th>
                      <th>种类</th>
                      <th className="number">对上</th>
                      <th className="number">差异</th>
                      <th className="number">未处理</th>
                      <th>经办</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((r) => (
                      <tr key={r.id}>
                        <td>
                          <button type="button" className="opens" onClick={() => setChosen(r.id)}>
                            {r.file}
                          </button>
                        </td>
                        <td>
                          {r.year}年{r.title}
                          <small className="under">
                            本系统{r.ours}件，对方{r.theirs}行
                          </small>
                        </td>
                        <td className="number">{r.matched}</td>
                        <td className="number">{r.items}</td>
                        <td className="number">{r.open}</td>
                        <td>
                          {r.made_by}　{r.made_on}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )
            }
          </Loaded>
        </Card>
        {chosen !== null && <Items key={chosen} id={chosen} />}
      </div>
    </Page>
  );
}

interface Values {
  kind: string;
  year: number;
  due_on: string;
}
const kinds = [
  { value: 'mediation', label: '人民调解案件', permission: 'mediation:read' },
  { value: 'reconsideration', label: '行政复议案件', permission: 'reconsideration:read' },
  { value: 'litigation', label: '行政应诉案件', permission: 'litigation:read' },
] as const;

function Upload(props: { onDone: (id: string) => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const compare = useMutation({
    mutationFn: async (o: { values: Values; chosen: File }) =>
      answerOf(
        api.POST('/api/v1/reconciliations', {
          body: { ...o.values, file: o.chosen.name, content: await base64Of(o.chosen) },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['reconciliations'] });
      props.onDone(id);
    },
  });
  const problem = compare.isError ? problemIn(compare.error) : null;
  const needed = [{ required: true, message: '必填' }];
  return (
    <Card size="small" title="上传上级平台导出的表格" className="form-card">
      <Form<Values>
        layout="vertical"
        onFinish={(values) => {
          const chosen = file.current?.files?.[0];
          setMissing(chosen === undefined);
          if (chosen !== undefined) compare.mutate({ values, chosen });
        }}
      >
        <div className="fields">
          <Form.Item name="kind" label="案件种类" rules={needed}>
            <Select
              options={kinds.filter((k) => may(me, k.permission)).map(({ value, label }) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item name="year" label="年度" rules={needed}>
            <InputNumber min={1990} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="due_on" label="差异办理期限" rules={needed}>
            <DayInput />
          </Form.Item>
          <Form.Item
            label="文件（.xlsx 或者 .csv）"
            htmlFor="reconciliation-file"
            required
            validateStatus={missing ? 'error' : undefined}
            help={missing ? '请选择文件' : undefined}
          >
            <input id="reconciliation-file" ref={file} type="file" accept=".xlsx,.csv" />
          </Form.Item>
        </div>
        {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={compare.isPending}>
            对账
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function Items(props: { id: string }) {
  const [after, setAfter] = useState(0);
  const page = useQuery(itemsQuery(props.id, after));
  return (
    <Card size="small" title="差异" styles={{ body: { padding: 0 } }}>
      <Loaded of={page}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nothing>两边完全一致</Nothing>
          ) : (
            <>
              <table className="plain">
                <thead>
                  <tr>
                    <th>差异</th>
                    <th>案件</th>
                    <th>字段</th>
                    <th>责任人</th>
                    <th>处理</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <ItemRow key={item.seq} id={props.id} item={item} />
                  ))}
                </tbody>
              </table>
              {(next !== null || after > 0) && (
                <p className="form-foot">
                  <Button disabled={after === 0} onClick={() => setAfter(0)}>
                    第一页
                  </Button>
                  <Button disabled={next === null} onClick={() => setAfter(next ?? 0)}>
                    下一页
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function ItemRow(props: { id: string; item: Item }) {
  const { item } = props;
  const me = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [remark, setRemark] = useState('');
  const settle = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/reconciliations/{id}/items/{seq}', {
          params: { path: { id: props.id, seq: item.seq } },
          body: { remark },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reconciliations'] }),
    onError: (error) => void message.error(problemIn(error).mistakes[0]?.rule ?? problemIn(error).message),
  });
  return (
    <tr>
      <td>{findingTitles[item.found]}</td>
      <td>{item.case_id === null ? item.label : <Link to={`/cases/${item.case_id}`}>{item.label}</Link>}</td>
      <td>
        {item.differences.map((d) => (
          <div key={d.field}>
            {d.field}：我“{d.here}”，彼“{d.there}”
          </div>
        ))}
      </td>
      <td>
        {item.owner}
        <small className="under">限{item.due_on}</small>
      </td>
      <td>
        {item.done_on !== null ? (
          `${item.done_on}　${item.remark}`
        ) : may(me, 'report:write') ? (
          <div className="form-steps">
            <Input
              size="small"
              aria-label={`${item.label}如何处理`}
              placeholder="如何处理"
              maxLength={500}
              value={remark}
              onChange={(e) => setRemark(e.target.value)}
            />
            <Button
              size="small"
              loading={settle.isPending}
              disabled={remark.trim() === ''}
              onClick={() => settle.mutate()}
            >
              处理
            </Button>
          </div>
        ) : (
          '待处理'
        )}
      </td>
    </tr>
  );
}
