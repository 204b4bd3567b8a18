import { Button } from 'antd';
import type { Edge } from '../../api/queries';

/** 操作栏: one button for each event the reader may do now; those that move the case on stand first. */
export function Actions(props: { edges: readonly Edge[]; onChoose: (edge: Edge) => void }) {
  const moving = props.edges.filter((e) => e.to !== null);
  const recording = props.edges.filter((e) => e.to === null);
  if (props.edges.length === 0) return <p className="quiet no-print">现在没有您的岗位可以办理的环节。</p>;
  return (
    <div className="actions no-print">
      <Group title="办理" edges={moving} type="primary" onChoose={props.onChoose} />
      <Group title="登记" edges={recording} type="default" onChoose={props.onChoose} />
    </div>
  );
}

function Group(props: {
  title: string;
  edges: readonly Edge[];
  type: 'primary' | 'default';
  onChoose: (edge: Edge) => void;
}) {
  if (props.edges.length === 0) return null;
  return (
    <fieldset className="action-group">
      <legend>{props.title}</legend>
      <div className="action-buttons">
        {props.edges.map((edge) => (
          <Button
            key={edge.name}
            type={props.type}
            ghost={props.type === 'primary'}
            onClick={() => props.onChoose(edge)}
          >
            {edge.title}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
