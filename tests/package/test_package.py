"""Installs the build, and uses it as its README says: test_package.py CMAKE CXX SOURCE_DIR BINARY_DIR static|shared

The README's program and CMake lines are built as they stand, against the installed library, then again after the folder was moved."""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

CMAKE, CXX, SOURCE, BINARY, KIND = sys.argv[1:6]
PROJECT = "cmake_minimum_required(VERSION 3.22)\nproject(app LANGUAGES CXX)\nset(CMAKE_CXX_STANDARD 20)\n"
EXPECTED = "Ada Lovelace -[met]-> Charles Babbage"


def readme_block(language):
    """The README's code block of that language."""
    with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as file:
        blocks = re.findall(r"^```%s\n(.*?)^```" % re.escape(language), file.read(), re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1, "the README has %d blocks of %s" % (len(blocks), language)
    return blocks[0]


def environment(**extra):
    kept = {k: v for k, v in os.environ.items() if k not in ("PKG_CONFIG_PATH", "LD_LIBRARY_PATH", "CMAKE_PREFIX_PATH", "CXXFLAGS")}
    return {**kept, **extra}


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="dossier-package-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        first = os.path.join(cls.folder, "first")
        subprocess.run([CMAKE, "--install", BINARY, "--prefix", first], check=True, stdout=subprocess.DEVNULL)
        cls.prefixes = [first, os.path.join(cls.folder, "moved elsewhere")]
        shutil.copytree(first, cls.prefixes[1], symlinks=True)
        cls.hidden = first + ".hidden"

    def run_ok(self, *command, **more):
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
        self.assertEqual(done.returncode, 0, "%s\n%s" % (" ".join(command), done.stdout))
        return done.stdout

    def at_each_place(self):
        """The prefix where it was installed, then the moved one while the first is gone."""
        yield self.prefixes[0]
        os.rename(self.prefixes[0], self.hidden)
        try:
            yield self.prefixes[1]
        finally:
            os.rename(self.hidden, self.prefixes[0])

    def library_folder(self, prefix):
        ending = ".so" if KIND == "shared" else ".a"
        found = glob.glob(os.path.join(prefix, "lib*", "**", "libdossier" + ending), recursive=True)
        self.assertEqual(len(found), 1, "libdossier%s below %s" % (ending, prefix))
        return os.path.dirname(found[0])

    def project(self, name, text):
        folder = os.path.join(self.folder, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        with open(os.path.join(folder, "CMakeLists.txt"), "w", encoding="utf-8") as file:
            file.write(text)
        with open(os.path.join(folder, "main.cpp"), "w", encoding="utf-8") as file:
            file.write(readme_block("cpp"))
        return folder

    def configure(self, folder, *options):
        return self.run_ok(CMAKE, "-S", folder, "-B", folder + "/build", "-DCMAKE_CXX_COMPILER=" + CXX, *options, env=environment())

    def test_the_readme_program_builds_with_find_package(self):
        for i, prefix in enumerate(self.at_each_place()):
            with self.subTest(prefix):
                folder = self.project("found%d" % i, PROJECT + "add_executable(app main.cpp)\n" + readme_block("cmake"))
                self.configure(folder, "-DCMAKE_PREFIX_PATH=" + prefix)
                self.run_ok(CMAKE, "--build", folder + "/build", env=environment())
                self.assertIn(EXPECTED, self.run_ok(folder + "/build/app", env=environment()))

    def test_the_readme_program_builds_with_pkg_config(self):
        if not shutil.which("pkg-config"):
            self.skipTest("pkg-config is not installed")
        for i, prefix in enumerate(self.at_each_place()):
            with self.subTest(prefix):
                folder = self.project("pkg%d" % i, "")
                libraries = self.library_folder(prefix)
                env = environment(PKG_CONFIG_PATH=libraries + "/pkgconfig", LD_LIBRARY_PATH=libraries)
                told = self.run_ok("pkg-config", "--variable=prefix", "dossier", env=env).strip()
                self.assertEqual(os.path.realpath(told.replace("\\ ", " ")), os.path.realpath(prefix))
                static = ["--static"] if KIND == "static" else []
                flags = self.run_ok("pkg-config", *static, "--cflags", "--libs", "dossier", env=env)
                self.run_ok("sh", "-c", '"$0" -std=c++20 main.cpp -o app ' + flags.strip(), CXX, cwd=folder, env=env)
                self.assertIn(EXPECTED, self.run_ok(folder + "/app", env=env))

    def test_the_installed_program_runs_where_it_stands(self):
        for prefix in self.at_each_place():
            with self.subTest(prefix):
                program = os.path.join(prefix, "bin", "dossier")
                if not os.path.exists(program):
                    self.skipTest("the program was not built")
                self.assertRegex(self.run_ok(program, "--version", env=environment()), r"\Adossier \d+\.\d+\.\d+\n\Z")

    def test_licences_are_installed(self):
        for name in ("LICENSE", "NOTICE"):
            self.assertTrue(glob.glob(os.path.join(self.prefixes[1], "**", name), recursive=True), name)

    def test_installed_files_name_no_folder_of_the_build(self):
        for pattern in ("**/*.cmake", "**/*.pc"):
            for path in glob.glob(os.path.join(self.prefixes[1], pattern), recursive=True):
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                self.assertNotIn(BINARY, text, path)
                self.assertNotIn(SOURCE + "/", text, path)

    def test_add_subdirectory_leaves_the_outer_project_alone(self):
        folder = self.project("outer", PROJECT.replace("set(CMAKE_CXX_STANDARD 20)\n", "") + """
set(before "${CMAKE_CXX_FLAGS}|${CMAKE_BUILD_TYPE}|${CMAKE_CXX_STANDARD}|${CMAKE_MODULE_PATH}")
add_subdirectory("%s" dossier)
set(after "${CMAKE_CXX_FLAGS}|${CMAKE_BUILD_TYPE}|${CMAKE_CXX_STANDARD}|${CMAKE_MODULE_PATH}")
if(NOT before STREQUAL after)
  message(FATAL_ERROR "changed: ${before} to ${after}")
endif()
get_property(options DIRECTORY PROPERTY COMPILE_OPTIONS)
get_property(testing DIRECTORY PROPERTY TESTS)
if(options OR testing OR BUILD_TESTING)
  message(FATAL_ERROR "global options or tests: ${options} ${testing} ${BUILD_TESTING}")
endif()
get_target_property(wanted dossier INTERFACE_COMPILE_OPTIONS)
if(wanted)
  message(FATAL_ERROR "users would get flags: ${wanted}")
endif()
add_executable(app main.cpp)
target_link_libraries(app PRIVATE dossier::dossier)
""" % SOURCE)
        self.configure(folder)
        self.assertFalse(os.path.exists(folder + "/build/dossier/CTestTestfile.cmake"))
        with open(folder + "/build/cmake_install.cmake", encoding="utf-8") as file:
            self.assertNotIn("libdossier", file.read())


if __name__ == "__main__":
    del sys.argv[1:6]
    unittest.main()
