import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { type FieldMistake, problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import { placeMistakes } from '../../form/values';
import { DayInput } from '../../parts/day-input';
import { type ClockLedger, clockName, MarkTag } from './clock-sheet';

interface Values {
  starts_on?: string | null;
  suspended_on?: string | null;
  resumed_on?: string | null;
  extend_days?: number | null;
}

const OWN = ['starts_on', 'suspended_on', 'resumed_on', 'extend_days'];

/** 试算: what a suspension, an extension or another starting day would make of the date. Nothing is saved. */
export function WhatIf(props: { caseId: string; clock: ClockLedger; onClose: () => void }) {
  const { caseId, clock, onClose } = props;
  const [form] = Form.useForm<Values>();
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const trial = useMutation({
    mutationFn: (v: Values) =>
      answerOf(
        api.POST('/api/v1/cases/{id}/clocks/what-if', {
          params: { path: { id: caseId } },
          body: {
            clock_id: clock.id,
            ...(v.starts_on ? { starts_on: v.starts_on } : {}),
            ...(v.suspended_on ? { suspended_on: v.suspended_on } : {}),
            ...(v.resumed_on ? { resumed_on: v.resumed_on } : {}),
            ...(typeof v.extend_days === 'number' ? { extend_days: v.extend_days } : {}),
          },
        }),
      ),
    onError: (error) => setLeft(placeMistakes(form, [], OWN, problemIn(error).mistakes)),
  });
  return (
    <Drawer open title={`试算：${clockName(clock)}`} width={560} onClose={onClose} className="no-print">
      <p className="cite">
        现为{clock.due === null ? '中止' : `${clock.due}届满`}，自{clock.started_on}起算。试算不保存，也不改变期限。
      </p>
      <Form form={form} layout="vertical" onFinish={(values) => trial.mutate(values)}>
        <Form.Item name="starts_on" label={`如果另有起算日（${clock.version.trigger}）`}>
          <DayInput />
        </Form.Item>
        {clock.status !== 'suspended' && (
          <Form.Item name="suspended_on" label="如果中止，中止日期">
            <DayInput />
          </Form.Item>
        )}
        <Form.Item name="resumed_on" label="恢复日期" extra="不填为尚未恢复">
          <DayInput />
        </Form.Item>
        <Form.Item
          name="extend_days"
          label="如果延长，延长天数"
          extra={clock.version.extension ?? '法律没有规定可以延长'}
        >
          <InputNumber min={1} max={3650} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        {trial.isError && <SaveTrouble problem={problemIn(trial.error)} left={left} />}
        <Button type="primary" htmlType="submit" loading={trial.isPending}>
          试算
        </Button>
      </Form>
      {trial.isSuccess && <Outcome of={trial.data} />}
    </Drawer>
  );
}

function Outcome(props: { of: Schemas['WhatIfDto'] }) {
  const { sentence, after } = props.of;
  return (
    <section aria-live="polite" aria-label="试算结果" className="clock-sheet">
      <Alert type="info" showIcon message={sentence} />
      <p>
        依{after.law}
        {after.article}，自{after.started_on}起算
        {after.excluded_days > 0 && `，扣除${after.excluded_days}天`}
        {after.provisional && '，放假安排未公布，暂定'}。
      </p>
      <ol className="clock-steps">
        {after.steps.map((step) => (
          <li key={step.n}>
            {step.text} <MarkTag of={step} />
            <small>{[step.article, step.notice].filter((x) => x !== null && x !== '').join(' · ')}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
