import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schemas } from '../../api/client';
import { problemIn } from '../../api/problem';
import { useToday } from '../../api/queries';
import { SaveTrouble } from '../../form/trouble';
import { DayInput } from '../../parts/day-input';
import { Loading } from '../../parts/page';

type Summary = Schemas['RoundSummaryDto'];
type Event = Schemas['StepDto']['event'];
type Advanced = Schemas['AdvancedDto'];

/** Each step with the states of the claims it takes on. Who may take it is the clerk's business: it says so. */
const steps: readonly { readonly event: Event; readonly title: string; readonly from: readonly string[] }[] = [
  { event: 'propose', title: '报批', from: ['eligible'] },
  { event: 'send-back', title: '退回', from: ['proposed'] },
  { event: 'publish', title: '公示', from: ['proposed', 'approved'] },
  { event: 'approve', title: '批准', from: ['proposed'] },
  { event: 'pay', title: '发放', from: ['approved'] },
];

/** What can be done for the whole round. */
export function RoundSteps(props: { summary: Summary }) {
  const { summary } = props;
  const today = useToday();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [day, setDay] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Advanced | null>(null);
  const path = { id: summary.id };
  const again = () => queries.invalidateQueries({ queryKey: ['subsidies'] });
  const build = useMutation({
    mutationFn: (happened_on: string) =>
      answerOf(api.POST('/api/v1/subsidies/rounds/{id}/claims', { params: { path }, body: { happened_on } })),
    onSuccess: async (built) => {
      void message.success(
        `新申报${built.claimed}件，核验通过${built.eligible}件，不通过${built.refused}件，以前已申报${built.already}件`,
      );
      await again();
    },
  });
  const advance = useMutation({
    mutationFn: (step: { event: Event; happened_on: string }) =>
      answerOf(api.POST('/api/v1/subsidies/rounds/{id}/steps', { params: { path }, body: step })),
    onSuccess: async (advanced) => {
      setAnswer(advanced);
      await again();
    },
  });
  if (today === undefined) return <Loading />;
  const happened_on = day ?? today;
  const standing = (states: readonly string[]) =>
    summary.states.filter((s) => states.includes(s.code)).reduce((n, s) => n + s.count, 0);
  const failed = build.error ?? advance.error;
  const problem = failed === null ? null : problemIn(failed);
  return (
    <Card size="small" title="办理" className="no-print">
      <p className="sentence">
        <span className="labelled">
          <label htmlFor="subsidy-day">日期</label>
          <DayInput id="subsidy-day" value={happened_on} latest={today} required onChange={setDay} />
        </span>{' '}
        <Button type="primary" loading={build.isPending} onClick={() => build.mutate(happened_on)}>
          生成申报并核验
        </Button>{' '}
        {steps
          .filter((s) => standing(s.from) > 0 && (s.event !== 'propose' || summary.draw !== null))
          .map((s) => (
            <Button
              key={s.event}
              loading={advance.isPending && advance.variables.event === s.event}
              onClick={() => advance.mutate({ event: s.event, happened_on })}
            >
              {s.title}
            </Button>
          ))}
      </p>
      {answer !== null && <Outcome answer={answer} />}
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
      {summary.draw === null && standing(['eligible']) > 0 && <DrawForm id={summary.id} day={happened_on} />}
    </Card>
  );
}

function Outcome(props: { answer: Advanced }) {
  const { done, refused } = props.answer;
  return (
    <Alert
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      message={`办成${done}件${refused.length > 0 ? `，不能办理${refused.length}件` : ''}`}
      description={
        refused.length > 0 && (
          <ul className="refusals">
            {refused.slice(0, 20).map((r) => (
              <li key={r.claimId}>
                <Link to={`/cases/${r.claimId}`}>{r.messages.join('；')}</Link>
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}

interface DrawValues {
  seed: string;
  seed_source: string;
  seed_published_on: string;
  percent: number;
}

/** The draw for file inspection: by a seed that was published, so that anybody can repeat it. */
function DrawForm(props: { id: string; day: string }) {
  const queries = useQueryClient();
  const draw = useMutation({
    mutationFn: ({ percent, ...rest }: DrawValues) =>
      answerOf(
        api.POST('/api/v1/subsidies/rounds/{id}/draw', {
          params: { path: { id: props.id } },
          body: { ...rest, sample_permille: Math.round(percent * 10), drawn_on: props.day },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['subsidies'] }),
  });
  const problem = draw.isError ? problemIn(draw.error) : null;
  const needed = [{ required: true, message: '必填' }];
  return (
    <>
      <p>抽样评查以后才能报批；抽样以后才符合条件的，逐件评查。</p>
      <Form<DrawValues> layout="inline" onFinish={(values) => draw.mutate(values)} initialValues={{ percent: 5 }}>
        <Form.Item name="seed" label="评查抽样种子" rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="seed_source" label="公布于" rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="seed_published_on" label="公布日期" rules={needed}>
          <DayInput latest={props.day} />
        </Form.Item>
        <Form.Item name="percent" label="比例" rules={needed}>
          <InputNumber<number> min={0.1} max={100} precision={1} addonAfter="%" />
        </Form.Item>
        <Button htmlType="submit" loading={draw.isPending}>
          抽样
        </Button>
        {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
      </Form>
    </>
  );
}
