import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { answerOf, api, newKey } from '../../api/client';
import { type FieldMistake, problemIn } from '../../api/problem';
import { type DueProposal, useToday } from '../../api/queries';
import { EdgeFields } from '../../form/edge-fields';
import { SaveTrouble } from '../../form/trouble';
import { blankFields, FIELDS, filledFields, placeMistakes } from '../../form/values';
import { DayInput } from '../../parts/day-input';
import { Loading } from '../../parts/page';

interface Deciding {
  proposal: DueProposal;
  onClose: () => void;
}

function Sheet(props: Deciding & { title: string; children: ReactNode }) {
  const { proposal, onClose, title } = props;
  return (
    <Drawer open title={title} width={520} onClose={onClose} className="no-print">
      <p>{proposal.sentence}</p>
      <p className="cite">依据：{proposal.article}</p>
      {props.children}
    </Drawer>
  );
}

/** 确认: the event's own form; what follows from the proposal is filled in already. */
export function Confirmation(props: Deciding) {
  const today = useToday();
  return (
    <Sheet {...props} title={props.proposal.event.title}>
      {today === undefined ? <Loading /> : <ConfirmForm {...props} today={today} />}
    </Sheet>
  );
}

function ConfirmForm(props: Deciding & { today: string }) {
  const { proposal: p, today, onClose } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm();
  const [key] = useState(newKey);
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const confirm = useMutation({
    mutationFn: (values: { happened_on: string; fields: unknown }) =>
      answerOf(
        api.POST('/api/v1/due-proposals/{id}/confirmation', {
          params: { path: { id: p.clock_id }, header: { 'Idempotency-Key': `${key}-${p.version}` } },
          body: { version: p.version, happened_on: values.happened_on, fields: filledFields(values.fields) },
        }),
      ),
    onSuccess: async () => {
      void message.success(`已办理：${p.event.title}`);
      onClose();
      await queries.invalidateQueries();
    },
    onError: (error) => setLeft(placeMistakes(form, p.event.fields, ['happened_on'], problemIn(error).mistakes)),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ happened_on: today, [FIELDS]: { ...blankFields(p.case.kind, p.event.fields), ...p.preset } }}
      onFinish={(values) => confirm.mutate(values)}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      <Form.Item name="happened_on" label="发生日期" rules={[{ required: true, message: '请填写发生日期' }]}>
        <DayInput latest={today} required />
      </Form.Item>
      <EdgeFields caseKind={p.case.kind} docs={p.event.fields} today={today} />
      {confirm.isError && <SaveTrouble problem={problemIn(confirm.error)} left={left} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {p.event.title}
        </Button>
      </div>
    </Form>
  );
}

/** 不采纳: with the reason, which stays with the case. */
export function Dismissal(props: Deciding) {
  const { proposal: p, onClose } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      answerOf(
        api.POST('/api/v1/due-proposals/{id}/dismissal', {
          params: { path: { id: p.clock_id } },
          body: { version: p.version, reason },
        }),
      ),
    onSuccess: async () => {
      void message.success('已登记不采纳的理由');
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <Sheet {...props} title={`不采纳：${p.event.title}`}>
      <Form<{ reason: string }> layout="vertical" onFinish={(values) => dismiss.mutate(values)}>
        <Form.Item name="reason" label="不采纳的理由" rules={[{ required: true, message: '请填写理由' }]}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        {dismiss.isError && <SaveTrouble problem={problemIn(dismiss.error)} left={problemIn(dismiss.error).mistakes} />}
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={dismiss.isPending}>
            不采纳
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
