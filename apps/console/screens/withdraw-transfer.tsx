import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { answerOf, api, newKey } from '../api/client';
import { problemIn } from '../api/problem';
import { useToday } from '../api/queries';

/** 撤回移送: until its receipt the sender takes a case back, with a reason. */
export function WithdrawTransfer(props: { case_id: string; version: number; number: string }) {
  const today = useToday();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: (happened_on: string) =>
      answerOf(
        api.POST('/api/v1/cases/{id}/events/{event}', {
          params: {
            path: { id: props.case_id, event: 'withdraw-transfer' },
            header: { 'Idempotency-Key': `${key}-${props.version}` },
          },
          body: { version: props.version, happened_on, fields: { reason } },
        }),
      ),
    onSuccess: async () => {
      void message.success('已撤回移送');
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  const form = (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (today !== undefined) withdraw.mutate(today);
      }}
    >
      <Input aria-label="撤回理由" placeholder="撤回理由" value={reason} onChange={(e) => setReason(e.target.value)} />
      {withdraw.isError && <Alert type="error" showIcon message={problemIn(withdraw.error).message} />}
      <Button htmlType="submit" type="primary" loading={withdraw.isPending} disabled={reason.trim() === ''}>
        确认撤回
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={form} destroyOnHidden>
      <Button type="link" size="small" className="no-print" aria-label={`撤回移送：${props.number}`}>
        撤回
      </Button>
    </Popover>
  );
}
