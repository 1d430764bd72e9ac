import { cn } from "../ui/cn.ts";

/** A drawing of a product. The name stands beside it, so the picture itself says nothing. */
export function Picture(props: { src: string; size: number; eager?: boolean; className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: four kilobytes of SVG need no resizing
    <img
      src={props.src}
      alt=""
      width={props.size}
      height={props.size}
      loading={props.eager ? "eager" : "lazy"}
      className={cn("shadow-panel", props.className)}
    />
  );
}
