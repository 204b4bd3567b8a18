import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { answerOf, api, newKey } from '../../api/client';
import { download } from '../../api/download';
import { type FieldMistake, Problem, problemIn } from '../../api/problem';
import { type CasePage, type Edge, useToday } from '../../api/queries';
import { EdgeFields } from '../../form/edge-fields';
import { useLeaveWarning } from '../../form/leaving';
import { SaveTrouble } from '../../form/trouble';
import { blankFields, FIELDS, filledFields, placeMistakes } from '../../form/values';
import { DayInput } from '../../parts/day-input';
import { Loading } from '../../parts/page';
import { markWords } from '../../parts/words';
import { DisputeResults, hold, previewHolding } from '../meetings/disputes';
import { isSeenFirst, PreviewResult } from './preview';

/** One event of the case: its day, its fields, and what keeps it from being done. */
export function EventDrawer(props: { page: CasePage; edge: Edge; onClose: () => void; reload: () => Promise<void> }) {
  const { edge, onClose } = props;
  const { modal } = App.useApp();
  const [touched, setTouched] = useState(false);
  const today = useToday();
  useLeaveWarning(touched);
  const close = () => {
    if (!touched) return onClose();
    modal.confirm({
      title: '放弃填写？',
      content: '填写的内容还没有保存。',
      okText: '放弃',
      cancelText: '继续填写',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: onClose,
    });
  };
  return (
    <Drawer
      open
      title={edge.title}
      width={edge.fields.some((f) => f.type === 'parties') ? 680 : 520}
      onClose={close}
      maskClosable={!touched}
      className="no-print"
    >
      <p className="cite">
        依据：{edge.cite}
        {edge.mark !== 'V' && `（${markWords[edge.mark]}）`}
      </p>
      {today === undefined ? <Loading /> : <EventForm {...props} today={today} onTouched={() => setTouched(true)} />}
    </Drawer>
  );
}

function EventForm(props: {
  page: CasePage;
  edge: Edge;
  today: string;
  onClose: () => void;
  onTouched: () => void;
  reload: () => Promise<void>;
}) {
  const { page, edge, today } = props;
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm();
  const [key] = useState(newKey);
  const [left, setLeft] = useState<readonly FieldMistake[]>([]);
  const holds = page.kind === 'meeting' && edge.name === 'hold';
  const bodyOf = (values: Filled) => ({
    version: page.version,
    happened_on: values.happened_on,
    fields: filledFields(values.fields),
  });
  const troubled = async (error: unknown) => {
    const problem = problemIn(error);
    setLeft(placeMistakes(form, edge.fields, ['happened_on'], problem.mistakes));
    if (problem.status === 409) await props.reload();
  };
  const look = useMutation({
    mutationFn: async (values: Filled) => {
      const body = bodyOf(values);
      const path = { id: page.id, event: edge.name };
      const told = holds
        ? await previewHolding(page, values)
        : [await answerOf(api.POST('/api/v1/cases/{id}/events/{event}/preview', { params: { path }, body }))];
      return { body, told };
    },
    onMutate: () => act.reset(),
    onError: troubled,
  });
  const act = useMutation({
    // A correction says which list of clocks was seen.
    mutationFn: ({ values, impact }: { values: Filled; impact: string | undefined }) =>
      holds
        ? hold(page, values)
        : answerOf(
            api.POST('/api/v1/cases/{id}/events/{event}', {
              params: {
                path: { id: page.id, event: edge.name },
                header: { 'Idempotency-Key': `${key}-${page.version}` },
              },
              body: { ...bodyOf(values), ...(impact === undefined ? {} : { impact }) },
            }),
          ),
    onSuccess: async (receipt) => {
      if (receipt.warnings.length > 0)
        modal.warning({
          title: `已办理：${edge.title}，请留意`,
          content: receipt.warnings.map((w) => (
            <p key={w.guard}>
              {w.message}
              <small className="under">依据：{w.article}</small>
            </p>
          )),
          okText: '知道了',
        });
      else void message.success(`已办理：${edge.title}`);
      props.onClose();
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      look.reset();
      await troubled(error);
    },
  });
  const preview = async () => {
    const values = await form.validateFields().catch(() => null);
    if (values) return look.mutate(values);
    const wrong = form.getFieldsError().find((f) => f.errors.length > 0);
    if (wrong) form.scrollToField(wrong.name, { block: 'center', focus: true });
  };
  // Of the case as the page has it now; somebody else may have moved it on since.
  const seen = look.data?.body.version === page.version ? look.data : undefined;
  const unseen = isSeenFirst(edge) && !seen;
  const trouble = act.error ?? look.error;
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ happened_on: today, [FIELDS]: blankFields(page.kind, edge.fields) }}
      onValuesChange={() => {
        // What was shown was true of other values.
        look.reset();
        props.onTouched();
      }}
      onFinish={(values) => act.mutate({ values, impact: isSeenFirst(edge) ? seen?.told[0]?.digest : undefined })}
      scrollToFirstError={{ block: 'center', focus: true }}
    >
      <Form.Item
        name="happened_on"
        label="发生日期"
        rules={[{ required: true, message: '请填写发生日期' }]}
        extra="按事情发生的日期填写，可以补录以前的日期"
      >
        <DayInput latest={today} required />
      </Form.Item>
      <EdgeFields caseKind={page.kind} docs={edge.fields} today={today} />
      {holds && <DisputeResults meetingId={page.id} />}
      {seen && (
        <PreviewResult
          previews={seen.told}
          extra={
            isSeenFirst(edge) &&
            seen.told.some((p) => p.clocks.length > 0) && (
              <Button
                size="small"
                onClick={() =>
                  void download(`/api/v1/cases/${page.id}/events/${edge.name}/preview.xlsx`, seen.body).catch(
                    (error: unknown) => void message.error(problemIn(error).message),
                  )
                }
              >
                导出 Excel
              </Button>
            )
          }
        />
      )}
      {trouble !== null && <SaveTrouble problem={explained(problemIn(trouble))} left={left} />}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={unseen}>
          {edge.title}
        </Button>
        <Button loading={look.isPending} onClick={() => void preview()}>
          预览
        </Button>
        {unseen && <span className="quiet">更正会影响期限，请先预览。</span>}
      </div>
    </Form>
  );
}

type Filled = Parameters<typeof hold>[1];

/** Somebody else was faster: the page behind the drawer has been read anew, and what was typed still stands. */
function explained(problem: Problem): Problem {
  if (problem.code !== 'version-conflict') return problem;
  return new Problem(
    409,
    '本案刚刚被他人更新，页面已重新载入。请核对案件现在的情况，确认无误后再次提交。',
    problem.code,
  );
}
