(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const day = 86400;
  const root = document.documentElement;
  const color = name => getComputedStyle(root).getPropertyValue(name).trim();
  const zoned = ts => {
    const date = new Date(ts * 1e3);
    try { return data.zone ? uPlot.tzDate(date, data.zone) : date; } catch { return date; }
  };
  const two = n => String(n).padStart(2, "0");
  const stamp = ts => {
    if (ts == null) return "–";
    const d = zoned(ts);
    return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`;
  };

  // External power as a tint, sleep as a hatched strip at the bottom: two signs that do not need color.
  const shade = (u, spans, draw) => {
    for (let i = 0; i + 1 < spans.length; i += 2) {
      const from = Math.max(u.valToPos(spans[i], "x", true), u.bbox.left);
      const to = Math.min(u.valToPos(spans[i + 1], "x", true), u.bbox.left + u.bbox.width);
      if (to > from) draw(u.ctx, from, to - from, u.bbox);
    }
  };
  const drawMains = (ctx, x, width, box) => {
    ctx.fillStyle = color("--mains");
    ctx.fillRect(x, box.top, width, box.height);
  };
  const drawSleep = (ctx, x, width, box) => {
    const height = 10 * devicePixelRatio, top = box.top + box.height - height;
    ctx.save();
    ctx.beginPath(); ctx.rect(x, top, width, height); ctx.clip();
    ctx.strokeStyle = color("--sleep"); ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    for (let p = x - height; p < x + width; p += 5 * devicePixelRatio) { ctx.moveTo(p, top + height); ctx.lineTo(p + height, top); }
    ctx.stroke(); ctx.restore();
  };

  const styles = {
    area: () => ({ stroke: color("--accent"), fill: color("--area"), width: 1.5 }),
    line: () => ({ stroke: color("--accent"), width: 1.2 }),
    step: () => ({ stroke: color("--accent"), fill: color("--area"), width: 1.2, paths: uPlot.paths.stepped({ align: 1 }) }),
    points: () => ({ stroke: color("--accent"), width: 1.2, points: { show: true, size: 5 } }),
    trend: () => ({ stroke: color("--warm"), width: 2, dash: [8, 5], points: { show: false } }),
  };

  const plots = [];
  const build = chart => {
    const element = document.getElementById(chart.id);
    let sum = 0;
    const times = chart.t.map(step => sum += step);
    const number = v => v == null ? "–" : `${v.toFixed(1).replace("-", "−")} ${chart.unit}`;
    const full = [times[0], times[times.length - 1]];
    const plot = { element, chart, times, view: null, uplot: null };
    const show = (length, button) => {
      plot.view = length ? [Math.max(full[0], full[1] - length * day), full[1]] : full;
      plot.uplot && plot.uplot.setScale("x", { min: plot.view[0], max: plot.view[1] });
      if (button) for (const b of button.parentNode.children) b.setAttribute("aria-pressed", String(b === button));
    };

    const span = (full[1] - full[0]) / day;
    if (chart.zoom && span > 1.5) {
      const bar = document.createElement("div");
      bar.className = "zoom";
      const lengths = [[1, "1 day"], [3, "3 days"], [14, "14 days"], [90, "90 days"]].filter(([n]) => n < span * .95);
      lengths.push([0, "All"]);
      const first = lengths.find(([n]) => n === 3) || lengths[lengths.length - 1];
      for (const [length, label] of lengths) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = label;
        button.setAttribute("aria-pressed", String(length === first[0]));
        button.addEventListener("click", () => show(length, button));
        bar.append(button);
      }
      element.before(bar);
      show(first[0]);
    } else {
      plot.view = full;
    }

    plot.draw = () => {
      if (plot.uplot) plot.uplot.destroy();
      const axis = { stroke: color("--muted"), grid: { stroke: color("--grid"), width: 1 }, ticks: { stroke: color("--grid"), width: 1 }, font: "12px system-ui, sans-serif" };
      const width = Math.max(240, element.clientWidth);
      plot.uplot = new uPlot({
        width, height: width < 500 ? 200 : 250, tzDate: zoned,
        cursor: { sync: { key: chart.group, setSeries: false }, drag: { x: true, y: false }, points: { size: 7 } },
        scales: { x: { min: plot.view[0], max: plot.view[1] }, y: chart.range ? { range: chart.range } : {} },
        axes: [
          { ...axis, space: width < 500 ? 70 : 90, values: [
            [day * 365, "{YYYY}", null, null, null, null, null, null, 1],
            [day * 28, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
            [day, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
            [3600, "{HH}:{mm}", "\n{D} {MMM}", null, "\n{D} {MMM}", null, null, null, 1],
            [60, "{HH}:{mm}", "\n{D} {MMM}", null, "\n{D} {MMM}", null, null, null, 1],
            [1, "{HH}:{mm}:{ss}", "\n{D} {MMM}", null, "\n{D} {MMM}", null, null, null, 1],
          ] },
          { ...axis, size: 56, values: (u, ticks) => ticks.map(v => v == null ? "" : `${String(+v.toFixed(2)).replace("-", "−")} ${chart.unit}`) },
        ],
        series: [
          { label: "Time", value: (u, v) => stamp(v) },
          ...chart.series.map(s => ({ label: s.label, value: (u, v) => number(v), points: { show: false }, ...styles[s.style]() })),
        ],
        hooks: { drawClear: [u => { shade(u, chart.mains || [], drawMains); }], draw: [u => shade(u, chart.sleep || [], drawSleep)] },
      }, [times, ...chart.series.map(s => s.v)], element);
    };

    // The keyboard moves the cursor; the legend below shows the values.
    element.addEventListener("keydown", event => {
      const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20 }[event.key];
      if (!step) return;
      event.preventDefault();
      const u = plot.uplot;
      const visible = i => times[i] >= u.scales.x.min && times[i] <= u.scales.x.max;
      let i = u.cursor.idx == null ? (step > 0 ? times.findIndex((_, k) => visible(k)) : times.length - 1) : u.cursor.idx + step;
      i = Math.min(times.length - 1, Math.max(0, i));
      if (visible(i)) u.setCursor({ left: u.valToPos(times[i], "x"), top: u.valToPos(chart.series[0].v[i] ?? u.scales.y.min, "y") });
    });
    plots.push(plot);
  };

  data.charts.forEach(build);
  const drawAll = () => plots.forEach(plot => plot.draw());
  drawAll();
  let lastWidth = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== lastWidth) { lastWidth = innerWidth; drawAll(); } });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);

  // On paper everything is light.
  addEventListener("beforeprint", () => { root.classList.add("paper"); drawAll(); });
  addEventListener("afterprint", () => { root.classList.remove("paper"); drawAll(); });
})();
