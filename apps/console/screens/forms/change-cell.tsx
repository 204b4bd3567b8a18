import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';
import { SaveTrouble } from '../../form/trouble';
import type { FormPage, Period } from './queries';

interface Values {
  value: number;
  reason: string;
}

/** Writes another number than the counted one into a cell, with the reason; other hand-written cells stay. */
export function ChangeCell(props: { page: FormPage; period: Period; cell: string; onDone: () => void }) {
  const { page, period, cell } = props;
  const queries = useQueryClient();
  const now = page.current?.cells.find((c) => c.cell === cell);
  const money = page.form.columns.find((c) => c.id === cell.split('.')[1])?.unit === '万元';
  const kept = (page.current?.cells ?? [])
    .filter((c) => c.reason !== null && c.cell !== cell)
    .map((c) => ({ cell: c.cell, value: c.value, reason: c.reason ?? '' }));
  const change = useMutation({
    mutationFn: ({ value, reason }: Values) =>
      answerOf(
        api.POST('/api/v1/forms/{form}/fill', {
          params: { path: { form: page.form.id } },
          body: {
            ...period,
            remark: reason,
            changes: [...kept, { cell, value: money ? Math.round(value * 1_000_000) : value, reason }],
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['forms'] });
      props.onDone();
    },
  });
  if (now === undefined) return null;
  const problem = change.isError ? problemIn(change.error) : null;
  return (
    <Form<Values>
      layout="vertical"
      initialValues={{ value: Number(now.printed), reason: now.reason ?? '' }}
      onFinish={(values) => change.mutate(values)}
    >
      <p className="quiet">
        统计数{money ? '' : (now.counted ?? '')}
        {now.reason !== null && `；手工填写：${now.reason}`}
      </p>
      <div className="fields">
        <Form.Item
          name="value"
          label={`改写为${money ? '（万元）' : ''}`}
          rules={[{ required: true, message: '必填' }]}
        >
          <InputNumber min={0} precision={money ? 2 : 0} />
        </Form.Item>
        <Form.Item name="reason" label="理由" rules={[{ required: true, message: '手工填写应写明理由' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={change.isPending}>
          改写
        </Button>
      </div>
      {problem !== null && <SaveTrouble problem={problem} left={problem.mistakes} />}
    </Form>
  );
}
