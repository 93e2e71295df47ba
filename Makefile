# A menu. The build itself is meson's: see meson.build.

BUILD ?= build
ASAN ?= build-asan
FUZZ ?= build-fuzz
PREFIX ?= /usr/local
MESON_OPTIONS ?=
SHARED ?= ../shared/data

.PHONY: menu packages build demo test check asan bench eval fuzz golden format install train clean

menu:
	@echo 'make demo     read the example reports and print their brief, findings and page'
	@echo 'make test     build and run every test'
	@echo 'make check    the lints alone: layers, sizes, complexity, spelling, shell'
	@echo 'make asan     every test under AddressSanitizer and UndefinedBehaviourSanitizer'
	@echo 'make bench    reports a second, memory, and where the time goes'
	@echo 'make eval     quality against the annotated sets under SHARED ($(SHARED)), beside the figures of peers'
	@echo 'make fuzz     build the fuzz targets with libFuzzer into $(FUZZ); needs clang'
	@echo 'make golden   write the expected files of tests/golden anew, to be read and committed'
	@echo 'make train    make data/models anew from the treebanks and marked names under SHARED ($(SHARED)); some ten minutes'
	@echo 'make format   clang-format over the sources'
	@echo 'make install  into PREFIX ($(PREFIX)); DESTDIR is honoured'
	@echo 'make clean    remove what was built'

packages:
	@scripts/install-packages

$(BUILD)/build.ninja:
	@meson setup $(BUILD) --prefix $(PREFIX) $(MESON_OPTIONS) >/dev/null

build: packages $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet

demo: build
	@scripts/demo $(BUILD)

test: build
	@meson test -C $(BUILD) --no-rebuild --print-errorlogs

check: build
	@meson test -C $(BUILD) --no-rebuild --print-errorlogs --suite lint

$(ASAN)/build.ninja:
	@meson setup $(ASAN) -Db_sanitize=address,undefined -Db_lundef=false --buildtype=debugoptimized $(MESON_OPTIONS) >/dev/null

asan: packages $(ASAN)/build.ninja
	@ninja -C $(ASAN) --quiet
	@meson test -C $(ASAN) --no-rebuild --print-errorlogs --timeout-multiplier 6 --no-suite lint

bench: build
	@bench/run $(BUILD)

eval: build
	@eval/run $(BUILD) $(SHARED)/..

fuzz: packages
	@[ -f $(FUZZ)/build.ninja ] || CC=clang meson setup $(FUZZ) -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false >/dev/null
	@ninja -C $(FUZZ) --quiet
	@echo "run one: TIDINGS_PACK=$(FUZZ)/data/tidings.pack $(FUZZ)/fuzz/fuzz-reading -max_len=4096 FOLDER fuzz/corpus/reading"

golden: build
	@tests/golden/run --regenerate $(BUILD)

train: packages $(BUILD)/build.ninja
	@ninja -C $(BUILD) --quiet train/train-reader train/train-names train/train-coreference
	@$(BUILD)/train/train-reader $(SHARED) data/models
	@ninja -C $(BUILD) --quiet data/tidings.pack
	@$(BUILD)/train/train-names $(BUILD)/data/tidings.pack $(SHARED) data/models
	@ninja -C $(BUILD) --quiet data/tidings.pack
	@$(BUILD)/train/train-coreference $(BUILD)/data/tidings.pack $(SHARED) data/models

format:
	@clang-format -i $$(git ls-files '*.c' '*.h')

install: build
	@meson install -C $(BUILD) --no-rebuild

clean:
	@rm -rf $(BUILD) $(ASAN) $(FUZZ)
