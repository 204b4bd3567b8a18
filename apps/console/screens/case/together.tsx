import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, done, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { type CasePage, caseQuery, linksQuery, proposalsQuery, sameActQuery } from '../../api/queries';
import { CasePicker } from '../../parts/pickers';
import { caseName, transferOutcome } from '../../parts/words';
import { ProposalCard } from '../proposals';

type LinkReason = Schemas['NewLinkDto']['reason'];
const reasons: { value: LinkReason; label: string }[] = [
  { value: 'same-act', label: '同一行政行为' },
  { value: 'same-person', label: '同一当事人' },
  { value: 'same-matter', label: '同一事由' },
  { value: 'duplicate', label: '重复登记' },
  { value: 'follow-up', label: '后续处理' },
  { value: 'other', label: '其他' },
];

/** What this case has to do with others: its series, transfers, links, cases against the same act, proposals. */
export function Together(props: { page: CasePage }) {
  const { page } = props;
  return (
    <>
      {page.merged_into !== null && (
        <Alert
          type="warning"
          showIcon
          message={
            <>
              本案是重复登记，已并入<Link to={`/cases/${page.merged_into.id}`}>{caseName(page.merged_into)}</Link>
              ，停止计算期限，不计入统计。
            </>
          }
        />
      )}
      {page.duplicates.length > 0 && (
        <Card title="并入本案的重复登记" size="small">
          <ul className="related">
            {page.duplicates.map((d) => (
              <li key={d.id}>
                <Link to={`/cases/${d.id}`}>{caseName(d)}</Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {page.series !== null && (
        <Card title="系列案件" size="small">
          <p>
            本案在系列：<Link to={`/cases/${page.series.id}`}>{caseName(page.series)}</Link>
            {page.series.lead && '，是示范案件'}
          </p>
        </Card>
      )}
      {page.members.length > 0 && <Members page={page} />}
      {page.restriction !== null && (
        <Card title="知悉范围" size="small">
          <p>
            {page.restriction.title}。承办人以外可以查看的：
            {page.restriction.readers.map((r) => r.name).join('、') || '没有'}
          </p>
        </Card>
      )}
      {page.transfers.length > 0 && (
        <Card title="流转" size="small">
          <ul className="related">
            {page.transfers.map((t) => (
              <li key={`${t.sent_on} ${t.to} ${t.settled_on}`}>
                {t.sent_on} {t.from} → {t.to}：
                {t.outcome === null ? '待签收' : `${t.settled_on} ${transferOutcome(t.outcome)}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <SameAct id={page.id} />
      <LinksOf id={page.id} />
      <ProposalsOf id={page.id} />
    </>
  );
}

/** Members of a series, and the copying of the lead's last event to them. */
function Members(props: { page: CasePage }) {
  const { page } = props;
  const lead = page.members.find((m) => m.lead);
  const [seq, setSeq] = useState<number>();
  const events = useQuery({ ...caseQuery(lead?.id ?? ''), enabled: lead !== undefined });
  const { message } = App.useApp();
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/series/{id}/copies', { params: { path: { id: page.id } }, body: { seq: seq ?? 0 } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case'] }),
    onError: (error) => void message.error(problemIn(error).message),
  });
  return (
    <Card title={`成员案件（${page.members.length}）`} size="small">
      <ul className="related">
        {page.members.map((m) => (
          <li key={m.id}>
            {m.lead && '示范案件：'}
            <Link to={`/cases/${m.id}`}>{caseName(m)}</Link>（{m.state_title}）
          </li>
        ))}
      </ul>
      {lead !== undefined && (
        <div className="no-print">
          <p className="quiet">把示范案件的一个环节（中止、听证、通知等）复制到其他成员，各自适用规则：</p>
          <Select
            aria-label="示范案件的环节"
            placeholder="选择示范案件的环节"
            value={seq}
            onChange={setSeq}
            loading={events.isFetching}
            options={events.data?.events.map((e) => ({ value: e.seq, label: `${e.happened_on} ${e.title}` }))}
            notFoundContent={events.isError ? '没有载入，请再试' : '没有环节'}
            style={{ width: 280 }}
          />
          <Button loading={copy.isPending} disabled={seq === undefined} onClick={() => copy.mutate()}>
            复制
          </Button>
        </div>
      )}
      {copy.data !== undefined && (
        <ul className="refusals">
          {copy.data.map((a) => (
            <li key={a.case.id}>
              {caseName(a.case)}：
              {a.done
                ? '已办理'
                : (a.problem?.refusals?.map((r) => r.message).join('；') ?? a.problem?.title ?? '没有办理')}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function SameAct(props: { id: string }) {
  const cases = useQuery(sameActQuery(props.id));
  if (cases.data === undefined || cases.data.length === 0) return null;
  return (
    <Card title="针对同一行政行为的案件" size="small">
      <ul className="related">
        {cases.data.map((c) => (
          <li key={c.id}>
            <Link to={`/cases/${c.id}`}>{caseName(c)}</Link>　{c.party_names}（{c.state_title}）
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LinksOf(props: { id: string }) {
  const { id } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const links = useQuery(linksQuery(id));
  const [form] = Form.useForm<{ other_id: string; reason: LinkReason; note?: string }>();
  const settled = {
    onSuccess: () => {
      form.resetFields();
      return queries.invalidateQueries({ queryKey: ['links'] });
    },
    onError: (error: Error) => void message.error(problemIn(error).message),
  };
  const add = useMutation({
    mutationFn: (body: { other_id: string; reason: LinkReason; note?: string }) =>
      done(api.POST('/api/v1/cases/{id}/links', { params: { path: { id } }, body })),
    ...settled,
  });
  const undo = useMutation({
    mutationFn: (link: string) =>
      done(api.POST('/api/v1/links/{id}/undo', { params: { path: { id: link } }, body: { why: '经核对没有关联' } })),
    ...settled,
  });
  return (
    <Card title="关联" size="small">
      {links.data?.length === 0 && <p className="quiet none">没有关联案件</p>}
      <ul className="related">
        {links.data?.map((l) => (
          <li key={l.id}>
            {l.reason_title}：<Link to={`/cases/${l.case.id}`}>{caseName(l.case)}</Link>
            {l.note !== null && `　${l.note}`}
            {l.undone_at === null ? (
              <Button type="link" size="small" className="no-print" onClick={() => undo.mutate(l.id)}>
                解除
              </Button>
            ) : (
              <span className="quiet">　已解除：{l.undone_why}</span>
            )}
          </li>
        ))}
      </ul>
      <Form form={form} layout="inline" className="no-print" onFinish={(body) => add.mutate(body)}>
        <Form.Item name="other_id" rules={[{ required: true, message: '请选择案件' }]} style={{ minWidth: 220 }}>
          <CasePicker />
        </Form.Item>
        <Form.Item name="reason" rules={[{ required: true, message: '请选择理由' }]} style={{ minWidth: 140 }}>
          <Select options={reasons} placeholder="关联理由" />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          建立关联
        </Button>
      </Form>
    </Card>
  );
}

function ProposalsOf(props: { id: string }) {
  const proposals = useQuery(proposalsQuery(props.id));
  if (proposals.data === undefined || proposals.data.length === 0) return null;
  return (
    <Card title="疑似重复、系列" size="small">
      {proposals.data.map((p) => (
        <ProposalCard key={p.id} proposal={p} />
      ))}
    </Card>
  );
}
