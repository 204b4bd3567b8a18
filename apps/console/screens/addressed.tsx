import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Descriptions, Form, Input, Radio, Tag } from 'antd';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { problemIn } from '../api/problem';
import { type AddressedNotice, addressedQuery } from '../api/queries';
import { SaveTrouble } from '../form/trouble';
import { Loaded, Nothing, Page } from '../parts/page';

/** 收到的通知: what reviewing organs have addressed to this organ, each to be signed for and answered. */
export function Addressed() {
  const notices = useQuery(addressedQuery);
  return (
    <Page title="收到的通知">
      <Loaded of={notices}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <Nothing>没有发给本机关的通知</Nothing>
            </Card>
          ) : (
            <div className="stack">
              {all.map((notice) => (
                <Notice key={notice.case_id} notice={notice} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Notice(props: { notice: AddressedNotice }) {
  const { notice } = props;
  const queries = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const receipt = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/respondent/notices/{id}/receipt', { params: { path: { id: notice.case_id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: addressedQuery.queryKey }),
  });
  const open = notice.acknowledged_on !== null && notice.answered_on === null;
  return (
    <Card
      size="small"
      title={`${notice.kind === 'answer' ? '行政复议答复通知' : '意见书、建议书'}　${notice.number}`}
      extra={<Stage notice={notice} />}
    >
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'organ', label: '本机关', children: notice.organ },
          { key: 'about', label: notice.kind === 'answer' ? '申请人' : '事由', children: notice.about },
          ...(notice.matter === null ? [] : [{ key: 'matter', label: '复议事项', children: notice.matter }]),
          { key: 'sent', label: '发送日期', children: notice.sent_on },
          { key: 'read', label: '签收日期', children: notice.acknowledged_on ?? '尚未签收' },
          {
            key: 'due',
            label: notice.kind === 'answer' ? '答复期限' : '反馈期限',
            children: notice.due ?? (notice.acknowledged_on === null ? '自签收起算' : '没有法定期限'),
          },
          {
            key: 'papers',
            label: '文书',
            children: notice.papers.map((p) => `${p.title}${p.number === null ? '' : `（${p.number}）`}`).join('、'),
          },
        ]}
      />
      {receipt.isError && <SaveTrouble problem={problemIn(receipt.error)} left={[]} />}
      {notice.acknowledged_on === null && notice.answered_on === null && (
        <Button type="primary" loading={receipt.isPending} onClick={() => receipt.mutate()}>
          签收
        </Button>
      )}
      {open && !answering && (
        <Button type="primary" onClick={() => setAnswering(true)}>
          {notice.kind === 'answer' ? '提交答复' : '反馈'}
        </Button>
      )}
      {open && answering && (notice.kind === 'answer' ? <AnswerForm notice={notice} /> : <ReplyForm notice={notice} />)}
    </Card>
  );
}

function Stage(props: { notice: AddressedNotice }) {
  const { notice } = props;
  if (notice.answered_on !== null) return <Tag color="green">{notice.answered_on}已答复</Tag>;
  return notice.acknowledged_on === null ? <Tag color="orange">待签收</Tag> : <Tag color="blue">待答复</Tag>;
}

function AnswerForm(props: { notice: AddressedNotice }) {
  const { notice } = props;
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (values: { reply: string; evidence?: string }) =>
      answerOf(
        api.POST('/api/v1/respondent/notices/{id}/answer', {
          params: { path: { id: notice.case_id } },
          body: { reply: values.reply, evidence: linesOf(values.evidence) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: addressedQuery.queryKey }),
  });
  return (
    <Form layout="vertical" onFinish={(values) => answer.mutate(values)}>
      <Form.Item name="reply" label="答复内容" rules={[{ required: true, message: '请填写答复内容' }]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} showCount />
      </Form.Item>
      <Form.Item name="evidence" label="证据目录" extra="一行一份">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} />
      </Form.Item>
      {answer.isError && <SaveTrouble problem={problemIn(answer.error)} left={problemIn(answer.error).mistakes} />}
      <Button type="primary" htmlType="submit" loading={answer.isPending}>
        提交
      </Button>
    </Form>
  );
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

type Result = 'corrected' | 'adopted' | 'partly' | 'declined';
const results: { value: Result; label: string }[] = [
  { value: 'corrected', label: '已纠正、整改' },
  { value: 'adopted', label: '已采纳、完善制度' },
  { value: 'partly', label: '部分采纳' },
  { value: 'declined', label: '未采纳' },
];

function ReplyForm(props: { notice: AddressedNotice }) {
  const { notice } = props;
  const queries = useQueryClient();
  const reply = useMutation({
    mutationFn: (body: { reply: string; result: Result }) =>
      answerOf(api.POST('/api/v1/respondent/notices/{id}/reply', { params: { path: { id: notice.case_id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: addressedQuery.queryKey }),
  });
  return (
    <Form layout="vertical" onFinish={(values) => reply.mutate(values)}>
      <Form.Item name="result" label="反馈结果" rules={[{ required: true, message: '请选择反馈结果' }]}>
        <Radio.Group options={results} />
      </Form.Item>
      <Form.Item name="reply" label="反馈内容" rules={[{ required: true, message: '请填写反馈内容' }]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={4000} showCount />
      </Form.Item>
      {reply.isError && <SaveTrouble problem={problemIn(reply.error)} left={problemIn(reply.error).mistakes} />}
      <Button type="primary" htmlType="submit" loading={reply.isPending}>
        提交
      </Button>
    </Form>
  );
}
