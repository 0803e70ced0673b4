from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from closet_app.paths import resources
from closet_app.photo.eyes import HEAD, LIKENESS, OUTLINE, Eyes

MODELS = resources() / "models"
GARMENTS = resources() / "sample" / "photos"


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes(MODELS)


@pytest.fixture(scope="module")
def dress() -> Image.Image:
    with Image.open(GARMENTS / "dress-01.jpg") as image:
        return image.convert("RGB")


@pytest.fixture(scope="module")
def outline(eyes: Eyes, dress: Image.Image) -> Image.Image:
    found = eyes.mask(dress)
    assert found is not None
    return found


def test_nothing_is_missing_from_the_product(eyes: Eyes) -> None:
    assert eyes.missing == ()


def test_a_vector_has_256_numbers_of_length_one(eyes: Eyes, dress: Image.Image) -> None:
    vector = eyes.embed(dress)
    assert vector is not None
    assert vector.shape == (256,)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_another_size_of_a_photo_looks_the_same(eyes: Eyes, dress: Image.Image) -> None:
    one, other = eyes.embed(dress), eyes.embed(dress.resize((dress.width * 3, dress.height * 3)))
    assert one is not None
    assert other is not None
    assert float(one @ other) > 0.97


@pytest.mark.parametrize(
    ("photo", "name"), [("dress-01", "dress"), ("shoes-02", "shoes"), ("pants-01", "pants")]
)
def test_a_garment_is_named_with_confidence(eyes: Eyes, photo: str, name: str) -> None:
    with Image.open(GARMENTS / f"{photo}.jpg") as image:
        first, *others = eyes.categories(eyes.embed(image))
    assert first.name == name
    assert first.confidence > 0.8
    assert len(others) == 2
    assert all(first.confidence >= other.confidence >= 0 for other in others)


def test_only_dresses_and_skirts_tell_the_department(eyes: Eyes, dress: Image.Image) -> None:
    (likely,) = eyes.departments(eyes.embed(dress))
    assert likely.name == "Women"
    assert 0.75 <= likely.confidence < 0.95
    with Image.open(GARMENTS / "hat-01.jpg") as hat:
        assert eyes.departments(eyes.embed(hat)) == ()


def test_a_mask_has_the_size_of_its_photo_and_holds_the_garment(
    dress: Image.Image, outline: Image.Image
) -> None:
    assert (outline.mode, outline.size) == ("L", dress.size)
    shares = np.asarray(outline, float) / 255
    height, width = shares.shape
    assert shares[height // 3 : height // 2, width * 2 // 5 : width * 3 // 5].mean() > 0.9
    assert shares[:8, :8].mean() < 0.1
    assert 0.1 < shares.mean() < 0.8


@pytest.mark.parametrize("size", [(1, 1), (3, 900)])
def test_photos_of_any_shape_are_looked_at(eyes: Eyes, size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, (90, 20, 120))
    assert eyes.embed(image) is not None
    mask = eyes.mask(image)
    assert mask is not None
    assert mask.size == size


def test_threads_may_share_eyes_that_were_never_used(dress: Image.Image) -> None:
    fresh = Eyes(MODELS)
    with ThreadPoolExecutor(4) as workers:
        vectors = list(workers.map(fresh.embed, [dress] * 4))
    first = vectors[0]
    assert first is not None
    assert all(vector is not None and np.array_equal(first, vector) for vector in vectors)


def test_without_models_there_is_a_sentence_and_no_answer(
    tmp_path: Path, dress: Image.Image
) -> None:
    blind = Eyes(tmp_path)
    assert blind.embed(dress) is None
    assert blind.mask(dress) is None
    assert blind.categories(None) == ()
    assert blind.departments(None) == ()
    assert len(blind.missing) == 2
    assert all("is missing. Install Closet again" in sentence for sentence in blind.missing)


@pytest.mark.parametrize("broken", [b"", b"not a model at all" * 40])
def test_a_damaged_model_is_a_missing_one(
    tmp_path: Path, dress: Image.Image, broken: bytes
) -> None:
    for name in (LIKENESS, OUTLINE, HEAD):
        (tmp_path / name).write_bytes(broken)
    dim = Eyes(tmp_path)
    assert (dim.embed(dress), dim.mask(dress)) == (None, None)
    assert len(dim.missing) == 2


def test_a_model_cut_in_half_is_a_missing_one(tmp_path: Path, dress: Image.Image) -> None:
    for name in (LIKENESS, HEAD):
        shutil.copyfile(MODELS / name, tmp_path / name)
    whole = (MODELS / OUTLINE).read_bytes()
    (tmp_path / OUTLINE).write_bytes(whole[: len(whole) // 2])
    half = Eyes(tmp_path)
    assert half.embed(dress) is not None
    assert half.mask(dress) is None
    (sentence,) = half.missing
    assert sentence.startswith("Closet cannot cut out garments: a model is missing.")


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    looks = (
        "import sys; from pathlib import Path; from closet_app.photo.eyes import Eyes; "
        f"Eyes(Path({str(MODELS)!r})).missing; "
        "print(sorted({'cv2', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
