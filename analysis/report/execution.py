"""Execution: notebooks through papermill, several at a time, each in a fresh kernel of this interpreter."""

from __future__ import annotations

import logging
import os
import pickle
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from tqdm import tqdm

from analysis import notebook as facade
from analysis import paths
from analysis.errors import ReportError
from analysis.study import Study

KERNEL = "python3"
CELL_TIMEOUT = 1800
WORKERS = 4
STUDY = "study.pickle"


def run(notebooks: Mapping[str, Path], study: Study, failed: Path) -> dict[str, NotebookNode]:
    """Return the executed notebooks by name.

    Args:
        notebooks: name → file.
        study: what they are about; its values become their parameters, all of them text.
        failed: where the partial notebook and the traceback go if one fails.

    Raises ReportError naming notebook, cell and exception; Ctrl-C ends the kernels and passes on.
    """
    shutil.rmtree(failed, ignore_errors=True)
    logging.getLogger("papermill").setLevel(logging.ERROR)
    kernels: list = []
    with tempfile.TemporaryDirectory(prefix="tasrih-") as scratch, _environment(Path(scratch)):
        (Path(scratch) / STUDY).write_bytes(pickle.dumps(study, protocol=5))
        pool = ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1))
        jobs = {
            pool.submit(_execute, name, file, study.selection.values, Path(scratch), kernels): name
            for name, file in notebooks.items()
        }
        done: dict[str, NotebookNode] = {}
        try:
            with tqdm(total=len(jobs), desc="notebooks", unit="", leave=False) as bar:
                waiting = set(jobs)
                while waiting:
                    finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for job in finished:
                        done[jobs[job]] = job.result()
                        bar.update()
        except BaseException as error:
            for job in jobs:
                job.cancel()
            for kernel in kernels:
                kernel.end_at_once()
            if isinstance(error, _Failed):
                raise error.reported(failed) from error.__cause__
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    return {name: done[name] for name in notebooks}


class _Failed(Exception):
    """A notebook that failed: its name, the file with what was done so far, and papermill's account."""

    def __init__(self, name: str, partial: Path, error: Exception):
        super().__init__(name)
        self.name, self.partial, self.error = name, partial, error

    def reported(self, failed: Path) -> ReportError:
        """Keep the partial notebook and the traceback in `failed`; return the error that says so in one sentence."""
        failed.mkdir(parents=True, exist_ok=True)
        kept = failed / f"{self.name}.ipynb"
        cell = getattr(self.error, "cell_index", None)
        if self.partial.exists():
            shutil.copyfile(self.partial, kept)
            cells = nbformat.read(self.partial, as_version=4).cells
            broken = (c for c in cells if any(o.output_type == "error" for o in c.get("outputs", [])))
            cell = next((c.get("id") for c in broken), cell)
        kept.with_suffix(".txt").write_text(str(self.error), encoding="utf-8")
        kind = getattr(self.error, "ename", type(self.error).__name__)
        text = " ".join(str(getattr(self.error, "evalue", self.error)).split())
        return ReportError(
            f"The notebook '{self.name}' failed in cell '{cell}' with {kind}: {text} "
            f"(see {kept.with_suffix('.txt')}; the last good report is untouched)."
        )


def _execute(name: str, file: Path, values: Mapping[str, str], scratch: Path, kernels: list) -> NotebookNode:
    import papermill  # imported here: it costs half a second that a refused parameter need not pay

    source = nbformat.read(file, as_version=4)
    partial = scratch / f"{name}.ipynb"
    try:
        return papermill.execute_notebook(
            source,
            str(partial),
            dict(values),
            kernel_name=KERNEL,
            progress_bar=False,
            record_timing=False,
            execution_timeout=CELL_TIMEOUT,
            request_save_on_cell_execute=False,
            kernel_manager_class=_kernel_class(kernels),
            extra_arguments=["--IPKernelApp.log_level=CRITICAL", "--HistoryManager.enabled=False"],
        )
    except Exception as error:
        raise _Failed(name, partial, error) from error


def _kernel_class(started: list):
    from jupyter_client.manager import AsyncKernelManager
    from traitlets import Float

    class Kernel(AsyncKernelManager):
        """A kernel that is waited for only a second when it ends, and can be ended from another thread."""

        shutdown_wait_time = Float(1.0)

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            started.append(self)

        def end_at_once(self) -> None:
            process = getattr(self.provisioner, "process", None)
            if process is not None and process.poll() is None:
                process.kill()

    return Kernel


@contextmanager
def _environment(scratch: Path) -> Iterator[None]:
    """Give the kernels what makes them the same everywhere; put the environment back afterwards.

    JUPYTER_PATH could hold a kernel of the same name, IPYTHONDIR start-up files, and a changing hash seed changes sets.
    """
    ours = {
        "TASRIH_HOME": str(paths.home()),
        facade.IN_REPORT: str(scratch / STUDY),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(paths.PROJECT), os.environ.get("PYTHONPATH")])),
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "0",
        "TZ": "UTC",
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_PATH": None,
        "PYTHONSTARTUP": None,
    }
    before = {name: os.environ.get(name) for name in ours}
    _set(ours)
    try:
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
