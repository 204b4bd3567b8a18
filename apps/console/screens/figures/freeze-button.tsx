import { LockOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client';
import { problemIn } from '../../api/problem';

/** 冻结: asks once more, since nothing undoes it, then shows what was frozen. */
export function FreezeButton(props: { period: { year: number; from?: string; cutoff?: string } }) {
  const { period } = props;
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const freeze = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/frozen-figures', { body: period })),
    onSuccess: async (figures) => {
      await queries.invalidateQueries({ queryKey: ['frozen-figures'] });
      void message.success(`已冻结${figures.length}项数据`);
      await navigate(`/frozen-figures?year=${period.year}`);
    },
    onError: (error) => void message.error(problemIn(error).message),
  });
  const ask = () =>
    modal.confirm({
      title: `冻结${period.year}年度数据？`,
      content: `按本辖区采用的口径冻结${period.from ?? `${period.year}-01-01`}至${period.cutoff ?? `${period.year}-12-31`}的各项数据及其案件清单。冻结后不能修改、不能撤销，只能以新的冻结取代。`,
      okText: '冻结',
      cancelText: '取消',
      onOk: () => freeze.mutateAsync().catch(() => undefined),
    });
  return (
    <Button className="no-print" type="primary" icon={<LockOutlined />} loading={freeze.isPending} onClick={ask}>
      冻结
    </Button>
  );
}
