/** Shapes that differ without colour, as paths around 0, 0 of about the same size; six groups can have one. */
const RADIUS = 13

function corners(count: number, radius: number, turn: number): string {
  const points = Array.from({ length: count }, (_, at) => {
    const angle = turn + (2 * Math.PI * at) / count
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
const UP = -Math.PI / 2

export const SHAPES: readonly string[] = [
  `M${RADIUS} 0A${RADIUS} ${RADIUS} 0 1 1 ${-RADIUS} 0A${RADIUS} ${RADIUS} 0 1 1 ${RADIUS} 0Z`,
  corners(4, RADIUS * 1.3, Math.PI / 4),
  corners(3, RADIUS * 1.45, UP),
  corners(4, RADIUS * 1.35, 0),
  corners(6, RADIUS * 1.15, 0),
  corners(3, RADIUS * 1.45, -UP),
]

/** The shape of a group by its number; from the seventh on they come again. */
export const shapeOf = (group: number): string => SHAPES[group % SHAPES.length]!
