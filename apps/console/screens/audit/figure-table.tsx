import { Checkbox } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { Nothing } from '../../parts/page';

type ReadFigure = Schemas['ReadFigureDto'];

/** Every number as it was read, with the metric it was taken for. */
export function FigureTable(props: { figures: readonly ReadFigure[] }) {
  const [onlyNamed, setOnlyNamed] = useState(false);
  const rows = props.figures.filter(({ metric }) => !onlyNamed || metric !== null);
  if (props.figures.length === 0) return <Nothing>没有读出数字</Nothing>;
  return (
    <>
      <Checkbox checked={onlyNamed} onChange={(e) => setOnlyNamed(e.target.checked)}>
        只看案件指标
      </Checkbox>
      <table className="plain">
        <thead>
          <tr>
            <th>原文</th>
            <th className="number">数值</th>
            <th>指标</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((figure) => (
            <tr key={figure.start}>
              <td>{figure.text}</td>
              <td className="number">{shown(figure)}</td>
              <td>
                {figure.title ?? (
                  <span className="quiet">{figure.metric === null ? '不是案件指标' : '系统未设统计的指标'}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** 近300件, 1.7万余起, 95%以上. */
function shown({ value, unit, approx }: ReadFigure): string {
  if (approx === '近' || approx === '约') return `${approx}${value}${unit}`;
  return approx === '余' ? `${value}余${unit}` : `${value}${unit}${approx ?? ''}`;
}
